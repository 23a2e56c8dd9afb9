import { javaOf } from './java.mjs';
import { Launcher } from './launcher.mjs';
import { settingsIn } from './settings.mjs';

const java = javaOf(import.meta.dirname, process.env);
const launcher = new Launcher({ ...java, settings: settingsIn(java.configFile) });
await launcher.start();

export const handler = (event) => launcher.answer(event);
