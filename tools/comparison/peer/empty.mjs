// A function that does nothing: the time of starting Node.js and the emulated runtime.
export const handler = async () => null;
