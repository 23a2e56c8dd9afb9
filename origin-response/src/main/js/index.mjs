import { javaOf } from './java.mjs';
import { Launcher } from './launcher.mjs';
import { cachingIn } from './stored.mjs';

const java = javaOf(import.meta.dirname, process.env);
const launcher = new Launcher({ ...java, caching: cachingIn(java.configFile) });
await launcher.start();

export const handler = (event) => launcher.answer(event);
