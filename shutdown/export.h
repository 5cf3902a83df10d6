// PSM_EXPORT marks what libpsm.so exports; everything else is built with hidden visibility.

#ifndef SHUTDOWN_EXPORT_H_
#define SHUTDOWN_EXPORT_H_

#define PSM_EXPORT __attribute__((visibility("default")))

#endif  // SHUTDOWN_EXPORT_H_
