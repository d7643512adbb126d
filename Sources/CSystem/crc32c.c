// CRC-32C: reflected polynomial 0x82F63B78, initial value and final exclusive-or all ones.
#include "livenstore_system.h"

#if defined(__x86_64__)
#include <nmmintrin.h>

__attribute__((target("sse4.2")))
static uint32_t by_instruction(uint32_t crc, const uint8_t *bytes, size_t count) {
  uint64_t wide = crc;
  for (; count >= 8; bytes += 8, count -= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    wide = _mm_crc32_u64(wide, word);
  }
  crc = (uint32_t)wide;
  for (; count; bytes++, count--) crc = _mm_crc32_u8(crc, *bytes);
  return crc;
}
static int has_instruction(void) { return __builtin_cpu_supports("sse4.2"); }
#elif defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>

static uint32_t by_instruction(uint32_t crc, const uint8_t *bytes, size_t count) {
  for (; count >= 8; bytes += 8, count -= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    crc = __crc32cd(crc, word);
  }
  for (; count; bytes++, count--) crc = __crc32cb(crc, *bytes);
  return crc;
}
static int has_instruction(void) { return 1; }
#else
static uint32_t by_instruction(uint32_t crc, const uint8_t *bytes, size_t count) {
  (void)bytes, (void)count;
  return crc;
}
static int has_instruction(void) { return 0; }
#endif

static uint32_t by_bits(uint32_t crc, const uint8_t *bytes, size_t count) {
  for (; count; bytes++, count--) {
    crc ^= *bytes;
    for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0x82F63B78u : 0);
  }
  return crc;
}

uint32_t livenstore_crc32c(uint32_t crc, const void *bytes, size_t count) {
  crc = ~crc;
  return ~(has_instruction() ? by_instruction(crc, bytes, count) : by_bits(crc, bytes, count));
}
