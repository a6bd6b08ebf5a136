"""WaDesk: many WhatsApp numbers in one window, never mixed up."""

__version__ = "0.1.0"
