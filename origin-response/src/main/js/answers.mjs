// CloudFront refuses a response in which one of these is changed or missing.
const READ_ONLY = ['transfer-encoding', 'via'];

/** The origin's response turned into a 502, which CloudFront keeps for a few seconds. */
export function badGateway(response) {
  const headers = Object.fromEntries(
    Object.entries(response.headers ?? {}).filter(([name]) => READ_ONLY.includes(name.toLowerCase())),
  );
  headers['content-type'] = [{ key: 'Content-Type', value: 'text/plain; charset=utf-8' }];
  headers['cache-control'] = [{ key: 'Cache-Control', value: 'no-store' }];
  headers['x-content-type-options'] = [{ key: 'X-Content-Type-Options', value: 'nosniff' }];
  return {
    status: '502',
    statusDescription: 'Bad Gateway',
    headers,
    body: 'The derivative could not be made.\n',
    bodyEncoding: 'text',
  };
}
