// The work of the regional function, written with sharp and the AWS SDK for JavaScript. Its shape is that of AWS's sample
// image-optimization: a function URL behind CloudFront that fetches, resizes, stores and answers.
import { CACHE_CONTROL, TYPE, derivative } from './derivative.mjs';

const BUCKET = process.env.EDGEPIX_BUCKET;

export async function handler(event) {
  const { method, path } = event.requestContext.http;
  if (method !== 'GET') {
    return { statusCode: 400, body: 'expected GET' };
  }
  const start = performance.now();
  const { bytes, etag } = await derivative(BUCKET, path);
  return {
    statusCode: 200,
    headers: {
      'content-type': TYPE,
      'cache-control': CACHE_CONTROL,
      etag,
      'server-timing': `all;dur=${Math.round(performance.now() - start)}`,
    },
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  };
}
