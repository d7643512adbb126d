import CSystem

/// The memory of this process.
package enum SystemMemory {
  /// Has large blocks go back to the system as soon as they are freed, and not be kept for later, for a process
  /// that runs all day and needs much memory now and then (`M_MMAP_THRESHOLD` of mallopt(3)).
  package static func returnLargeBlocks() { livenstore_return_large_blocks() }

  /// Gives back what is free among blocks that are in use, after much was freed (malloc_trim(3)); milliseconds.
  package static func returnFreeBlocks() { livenstore_return_free_blocks() }
}
