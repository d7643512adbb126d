import CSystem

/// The memory of this process.
enum SystemMemory {
  /// Gives back to the system what was freed and is kept for later (`malloc_trim(3)`), after work that needs
  /// much memory once.
  static func giveBack() {
    livenstore_give_back_memory()
  }
}
