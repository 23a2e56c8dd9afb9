// CloudFront rejects a response if one of these headers is changed or missing.
const READ_ONLY = ['transfer-encoding', 'via'];

/** Turns the origin's response into a 502, which CloudFront caches for a few seconds. */
export function badGateway(response) {
  return text(response, '502', 'Bad Gateway', 'no-store', 'The derivative could not be rendered.');
}

/** Turns S3's list of the bucket's keys into a 400. The answer to a HEAD has no body. */
export function noPicture(response, method, cacheControl) {
  const answer = text(response, '400', 'Bad Request', cacheControl, 'The URL does not name a picture.');
  if (method === 'HEAD') {
    delete answer.body;
    delete answer.bodyEncoding;
  }
  return answer;
}

function text(response, status, statusDescription, cacheControl, sentence) {
  const headers = Object.fromEntries(
    Object.entries(response.headers ?? {}).filter(([name]) => READ_ONLY.includes(name.toLowerCase())),
  );
  headers['content-type'] = [{ key: 'Content-Type', value: 'text/plain; charset=utf-8' }];
  headers['cache-control'] = [{ key: 'Cache-Control', value: cacheControl }];
  return { status, statusDescription, headers, body: `${sentence}\n`, bodyEncoding: 'text' };
}
