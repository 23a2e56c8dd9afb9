// The work of the origin-response function, written with sharp and the AWS SDK for JavaScript.
import { CACHE_CONTROL, TYPE, derivative } from './derivative.mjs';

const header = (key, value) => ({ [key.toLowerCase()]: [{ key, value }] });

export async function handler(event) {
  const { request, response } = event.Records[0].cf;
  if (response.status !== '404' && response.status !== '403') {
    return response;
  }
  const { bytes, etag } = await derivative(request.origin.s3.domainName.split('.')[0], request.uri);
  return {
    status: '200',
    statusDescription: 'OK',
    headers: { ...header('Content-Type', TYPE), ...header('Cache-Control', CACHE_CONTROL), ...header('ETag', etag) },
    body: bytes.toString('base64'),
    bodyEncoding: 'base64',
  };
}
