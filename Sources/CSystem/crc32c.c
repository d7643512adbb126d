// CRC-32C: reflected polynomial 0x82F63B78, initial value and final exclusive-or all ones.
#include "livenstore_system.h"

#if defined(__x86_64__)
#include <nmmintrin.h>

#define WITH_INSTRUCTION __attribute__((target("sse4.2")))

WITH_INSTRUCTION
static inline uint32_t by_instruction(uint32_t crc, const uint8_t *bytes, size_t count) {
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
#define WITH_INSTRUCTION

static inline uint32_t by_instruction(uint32_t crc, const uint8_t *bytes, size_t count) {
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
#define WITH_INSTRUCTION

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

static uint32_t number(const uint8_t *bytes) {
  return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

// An id is 1–31 bytes of 0-9 A-Z a-z _ -, zeros behind them, and its length.
static inline int is_id(const uint8_t *id) {
  uint8_t bytes[32], wrong = 0;
  memcpy(bytes, id, 32);
  uint8_t length = bytes[31];
  bytes[31] = 0;
  for (uint8_t index = 0; index < 32; index++) {
    uint8_t byte = bytes[index];
    uint8_t letter = (uint8_t)((byte | 0x20) - 'a') < 26, digit = (uint8_t)(byte - '0') < 10;
    uint8_t allowed = letter | digit | (byte == '_') | (byte == '-');
    wrong |= index < length ? !allowed : byte != 0;
  }
  return !wrong && length >= 1 && length <= 31;
}

typedef uint32_t crc_function(uint32_t crc, const uint8_t *bytes, size_t count);

// What each row is: 0 void, 1 an event, 2 a link, 3 a link to the event above it.
static inline __attribute__((always_inline)) void check_rows(
  const uint8_t *row, size_t count, const uint64_t *seeds, size_t seed_count, uint8_t *states, crc_function *crc) {
  const uint8_t *event = 0;
  for (size_t index = 0; index < count; index++, row += 64) {
    uint32_t name = number(row + 8);
    uint64_t seed = name < seed_count ? seeds[name] : 0;
    // Kind 1 is an event, 2 a link; the seed's upper half is the kind that its name is for.
    uint8_t kind = row[4];
    int is_valid = (kind != 0) & (seed >> 32 == kind) & (~crc(~(uint32_t)seed, row + 4, 60) == number(row)) & is_id(row + 24);
    if (is_valid && kind == 1) event = row;
    int is_near = is_valid && kind == 2 && event && memcmp(event + 24, row + 24, 32) == 0;
    states[index] = is_valid ? kind + is_near : 0;
  }
}

WITH_INSTRUCTION static void check_rows_by_instruction(
  const uint8_t *rows, size_t count, const uint64_t *seeds, size_t seed_count, uint8_t *states) {
  check_rows(rows, count, seeds, seed_count, states, by_instruction);
}

void livenstore_check_rows(
  const void *rows, size_t count, const uint64_t *seeds, size_t seed_count, uint8_t *states) {
  if (has_instruction()) return check_rows_by_instruction(rows, count, seeds, seed_count, states);
  check_rows(rows, count, seeds, seed_count, states, by_bits);
}
