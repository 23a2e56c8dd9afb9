// What starting Node.js and the emulated runtime takes by itself.
export const handler = async () => null;
