// Follows the code of a CloudFront Function: `njs -p MODULES FUNCTION-AND-THIS EVENTS`. Answers as
// cloudfront-function.mjs does, without its checks.
import fs from 'fs';

function answerTo(line) {
  const event = JSON.parse(line);
  const raw = event.request.rawQueryString;
  if (raw !== undefined) {
    event.request.rawQueryString = () => raw;
  }
  globalThis.selectedOrigin = undefined;
  const returned = handler(event);
  const answer = returned.statusCode ? { response: returned } : { request: returned };
  if (globalThis.selectedOrigin !== undefined) {
    answer.selectedOrigin = globalThis.selectedOrigin;
  }
  return JSON.stringify(answer);
}

// console.log cuts long lines.
fs.writeFileSync(
  '/dev/stdout',
  fs.readFileSync(process.argv[2], 'utf8').split('\n').filter((line) => line !== '').map((line) => answerTo(line) + '\n').join('')
);
