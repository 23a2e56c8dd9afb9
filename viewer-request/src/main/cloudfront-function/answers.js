// Part of viewer-request.js: answers without the cache and S3, as GeneratedAnswer.java writes them.

function text(request, status, description, sentence) {
  const answer = answered(request, status, description);
  answer.headers['content-type'] = { value: 'text/plain; charset=utf-8' };
  answer.body = { encoding: 'text', data: sentence + '\n' };
  return answer;
}

function preflight(request) {
  const answer = answered(request, 204, 'No Content');
  if (!answer.headers['access-control-allow-origin']) {
    return text(request, 403, 'Forbidden', 'Forbidden.');
  }
  answer.headers['access-control-allow-methods'] = { value: 'GET, HEAD' };
  answer.headers['access-control-allow-headers'] = { value: '*' };
  answer.headers['access-control-max-age'] = { value: '86400' };
  return answer;
}

function answered(request, status, description) {
  const origin = ORIGINS[0] == '*' ? '*' : valueOf(request.headers, 'origin');
  const headers = { 'cache-control': { value: 'no-store' }, 'x-content-type-options': { value: 'nosniff' } };
  if (ORIGINS.length) {
    headers['cross-origin-resource-policy'] = { value: 'cross-origin' };
    if (ORIGINS[0] != '*') {
      headers.vary = { value: 'Origin' };
    }
    if (ORIGINS.indexOf(origin) >= 0) {
      headers['access-control-allow-origin'] = { value: origin };
    }
  }
  return { statusCode: status, statusDescription: description, headers: headers };
}
