import { javaOf } from './java.mjs';
import { Launcher } from './launcher.mjs';

const launcher = new Launcher(javaOf(import.meta.dirname, process.env));
await launcher.start();

export const handler = (event) => launcher.answer(event);
