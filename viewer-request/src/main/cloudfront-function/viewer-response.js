// Completes the headers of answers, in place of a response headers policy: those of S3 and of the function in one Region.
// EveryAnswer does the same at Lambda@Edge. CloudFront does not call the function for statuses of 400 and higher.

const KEPT = ['x-amz-request-id', 'x-amz-id-2'];

function handler(event) {
  const response = event.response;
  const headers = response.headers;
  const stored = valueOf(headers, 'x-amz-meta-vary');
  if (stored) {
    addVary(headers, stored);
  }
  Object.keys(headers).forEach((name) => {
    if (name.startsWith('x-amz-') && KEPT.indexOf(name) < 0) {
      delete headers[name];
    }
  });
  headers['x-content-type-options'] = { value: 'nosniff' };
  if (POLICY && /html|xml|xsl/i.test(valueOf(headers, 'content-type'))) {
    headers['content-security-policy'] = { value: POLICY };
  }
  allowPages(headers, valueOf(event.request.headers, 'origin'));
  return response;
}

// The answer in the cache is the same for all origins, and here it gets the origin of the request.
function allowPages(headers, origin) {
  if (!ORIGINS.length) {
    return;
  }
  headers['cross-origin-resource-policy'] = { value: 'cross-origin' };
  const allowed = ORIGINS[0] == '*' ? '*' : origin;
  if (ORIGINS[0] != '*') {
    addVary(headers, 'Origin');
  }
  if (ORIGINS.indexOf(allowed) >= 0) {
    headers['access-control-allow-origin'] = { value: allowed };
  } else {
    delete headers['access-control-allow-origin'];
  }
}

function addVary(headers, names) {
  const vary = valueOf(headers, 'vary');
  if (vary.toLowerCase().indexOf(names.toLowerCase()) < 0) {
    headers.vary = { value: vary ? vary + ', ' + names : names };
  }
}
