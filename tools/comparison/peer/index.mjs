// The work of the origin-response function, written with sharp and the AWS SDK for JavaScript.
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import sharp from 'sharp';

const CACHE_CONTROL = 'public, max-age=31536000, immutable';
const TYPE = 'image/webp';

// Keep-alive is the SDK's default. Checksums are sent only if S3 requires one, as in our function.
const s3 = new S3Client({
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
});

/** `/400x300/webp/KEY`, as the viewer-request function writes it. */
function wish(uri) {
  const [, width, height, key] = /^\/(\d+)x(\d+)\/webp\/(.+)$/.exec(uri);
  return { width: Number(width), height: Number(height), key: decodeURIComponent(key) };
}

const header = (key, value) => ({ [key.toLowerCase()]: [{ key, value }] });

export async function handler(event) {
  const { request, response } = event.Records[0].cf;
  if (response.status !== '404' && response.status !== '403') {
    return response;
  }
  const { width, height, key } = wish(request.uri);
  const Bucket = request.origin.s3.domainName.split('.')[0];
  const original = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
  const derivative = await sharp(await original.Body.transformToByteArray())
    .rotate()
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
  const stored = await s3.send(
    new PutObjectCommand({
      Bucket,
      Key: decodeURIComponent(request.uri.slice(1)),
      Body: derivative,
      ContentType: TYPE,
      CacheControl: CACHE_CONTROL,
      Metadata: { 'original-etag': original.ETag },
    }),
  );
  return {
    status: '200',
    statusDescription: 'OK',
    headers: {
      ...header('Content-Type', TYPE),
      ...header('Cache-Control', CACHE_CONTROL),
      ...header('ETag', stored.ETag),
    },
    body: derivative.toString('base64'),
    bodyEncoding: 'base64',
  };
}
