#include "livenstore_system.h"
