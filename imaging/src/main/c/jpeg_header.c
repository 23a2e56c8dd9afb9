// Reads the header of a JPEG. Only what is common is accepted; libjpeg-turbo decides about the rest.
#include "jpeg_header.h"

enum { DHT = 0xC4, DQT = 0xDB, DRI = 0xDD, APP0 = 0xE0, APP14 = 0xEE, APP15 = 0xEF, COM = 0xFE };
enum { MOST_SIDE = 65500, JFIF_1 = 1, ADOBE_LENGTH = 12, ADOBE_YCC = 1 };

static int big16(const uint8_t *at) { return at[0] << 8 | at[1]; }

static int read_quantisation(const uint8_t *at, const uint8_t *end, JpegFrame *frame) {
  for (; at < end; at += 1 + BLOCK) {
    if (*at >= TABLES || end - at < 1 + BLOCK) return 0;
    for (int k = 0; k < BLOCK; k++) frame->steps[*at][k] = at[1 + k];
  }
  return 1;
}

static int read_codes(const uint8_t *at, const uint8_t *end, JpegFrame *frame) {
  while (at < end) {
    int number = *at & 0x0F, is_ac = *at >> 4;
    if (number >= TABLES || is_ac > 1) return 0;
    HuffmanCodes *codes = is_ac ? &frame->ac[number] : &frame->dc[number];
    int length = edgepix_huffman_read(at + 1, end, is_ac ? MOST_AC_SYMBOL : MOST_DC_SYMBOL, codes);
    if (length == 0) return 0;
    at += 1 + length;
  }
  return 1;
}

static int read_frame(const uint8_t *at, const uint8_t *end, JpegFrame *frame) {
  if (end - at < 6 || frame->components || at[0] != 8) return 0;
  frame->height = big16(at + 1);
  frame->width = big16(at + 3);
  frame->components = at[5];
  if (frame->components != 1 && frame->components != COMPONENTS) return 0;
  if (end - at != 6 + 3 * frame->components) return 0;
  for (int i = 0; i < frame->components; i++) {
    const uint8_t *from = at + 6 + 3 * i;
    frame->component[i] = (JpegComponent){from[0], from[1] >> 4, from[1] & 0x0F, from[2], 0, 0};
    if (from[2] >= TABLES) return 0;
  }
  return frame->width > 0 && frame->height > 0 && frame->width <= MOST_SIDE && frame->height <= MOST_SIDE;
}

static int read_scan(const uint8_t *at, const uint8_t *end, JpegFrame *frame) {
  int components = frame->components;
  if (components == 0 || end - at != 4 + 2 * components || at[0] != components) return 0;
  for (int i = 0; i < components; i++) {
    JpegComponent *component = &frame->component[i];
    component->dc = at[2 + 2 * i] >> 4;
    component->ac = at[2 + 2 * i] & 0x0F;
    if (at[1 + 2 * i] != component->name || component->dc >= TABLES || component->ac >= TABLES) return 0;
    if (!frame->dc[component->dc].limits[16] || !frame->ac[component->ac].limits[16]) return 0;
    if (!frame->steps[component->quantisation][0]) return 0;
  }
  const uint8_t *band = end - 3; // all coefficients, with all of their bits
  return band[0] == 0 && band[1] == BLOCK - 1 && band[2] == 0;
}

// Tells whether three components are luma and chroma, by any reading of the markers.
static int is_ycc(const JpegFrame *frame) {
  const JpegComponent *component = frame->component;
  return frame->adobe == ADOBE_YCC && !(component[0].name == 'R' && component[1].name == 'G' && component[2].name == 'B');
}

// Chroma, if there is any, has one block in an MCU; luma has one, two or four.
int edgepix_jpeg_is_common(const JpegFrame *frame) {
  const JpegComponent *component = frame->component;
  int across = component[0].across, down = component[0].down;
  if (frame->components == 1) return across == 1 && down == 1;
  for (int i = 1; i < COMPONENTS; i++)
    if (component[i].across != 1 || component[i].down != 1) return 0;
  int is_common = (across == 1 || across == 2 || across == 4) && (down == 1 || down == 2 || down == 4);
  return is_common && across * down <= 4 && is_ycc(frame);
}

const uint8_t *edgepix_jpeg_begin(const uint8_t *file, const uint8_t *end, JpegFrame *frame) {
  memset(frame, 0, sizeof *frame);
  frame->adobe = ADOBE_YCC;
  return end - file >= 2 && file[0] == 0xFF && file[1] == SOI ? file + 2 : NULL;
}

const uint8_t *edgepix_jpeg_segment_end(const uint8_t *segment, const uint8_t *end) {
  if (end - segment < 4 || segment[0] != 0xFF) return NULL;
  int length = big16(segment + 2);
  return length >= 2 && length <= end - segment - 2 ? segment + 2 + length : NULL;
}

int edgepix_jpeg_read_segment(const uint8_t *segment, const uint8_t *end, JpegFrame *frame) {
  int marker = segment[1];
  const uint8_t *body = segment + 4;
  switch (marker) {
  case SOF0:
  case SOF1:
  case SOF2: frame->process = marker; return read_frame(body, end, frame);
  case DHT: return read_codes(body, end, frame);
  case DQT: return read_quantisation(body, end, frame);
  case DRI: frame->restart_interval = end - body == 2 ? big16(body) : 0; return end - body == 2;
  case APP0: return end - body < 6 || body[0] != 'J' || body[1] != 'F' || body[5] == JFIF_1;
  case APP14:
    if (end - body >= ADOBE_LENGTH && body[0] == 'A' && body[4] == 'e') frame->adobe = body[ADOBE_LENGTH - 1];
    return 1;
  default: return (marker >= APP0 && marker <= APP15) || marker == COM;
  }
}

int edgepix_jpeg_read_frame(const uint8_t *file, const uint8_t *end, JpegFrame *frame) {
  const uint8_t *at = edgepix_jpeg_begin(file, end, frame);
  while (at) {
    const uint8_t *next = edgepix_jpeg_segment_end(at, end);
    if (next && at[1] == SOS) {
      frame->data = next;
      return frame->process != SOF2 && read_scan(at + 4, next, frame) && edgepix_jpeg_is_common(frame);
    }
    at = next && edgepix_jpeg_read_segment(at, next, frame) ? next : NULL;
  }
  return 0;
}
