// Makes a derivative with sharp and the AWS SDK for JavaScript: fetches the original, renders it, and stores the result.
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import sharp from 'sharp';

export const CACHE_CONTROL = 'public, max-age=31536000, immutable';
export const TYPE = 'image/webp';

// Keep-alive is the SDK's default. Checksums are sent only if S3 requires one, as in our functions.
const s3 = new S3Client({
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
});

/** `/400x300/webp/KEY`, as the viewer-request function writes it. */
function wish(uri) {
  const [, width, height, key] = /^\/(\d+)x(\d+)\/webp\/(.+)$/.exec(uri);
  return { width: Number(width), height: Number(height), key: decodeURIComponent(key) };
}

/** Returns the bytes of the derivative, and its ETag in the bucket. */
export async function derivative(Bucket, uri) {
  const { width, height, key } = wish(uri);
  const original = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
  const bytes = await sharp(await original.Body.transformToByteArray())
    .rotate()
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
  const stored = await s3.send(
    new PutObjectCommand({
      Bucket,
      Key: decodeURIComponent(uri.slice(1)),
      Body: bytes,
      ContentType: TYPE,
      CacheControl: CACHE_CONTROL,
      Metadata: { 'original-etag': original.ETag },
    }),
  );
  return { bytes, etag: stored.ETag };
}
