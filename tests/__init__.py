"""Tests of WaDesk; the folders mirror the package."""
