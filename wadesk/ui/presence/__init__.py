"""WaDesk on the desktop beside its window: tray icon, announcements, and what closing the window means."""
