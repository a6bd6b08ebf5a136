package main

import (
	"go.mau.fi/whatsmeow"
)

// What the offline build can switch off, one at a time, to show that it is needed.
const (
	protectAck          = "SynchronousAck"
	protectEventBuffer  = "EnableDecryptedEventBuffer"
	protectRetryStore   = "UseRetryMessageStore"
	protectHistory      = "ManualHistorySync"
	protectPrePair      = "PrePairCallback"
	cureSessionStates   = "SessionStates"
	cureTurns           = "Turns"
	cureGroupKeyOnly    = "GroupKeyOnly"
	cureAppStateNames   = "AppStateNames"
	networkWhatsApp     = "whatsapp"
	networkOffline      = "offline"
	offlineVariableName = "WADESK_OFFLINE_NETWORK"
)

// without names the protections that are off; in the ordinary build it is always empty.
type without map[string]bool

func (w without) has(name string) bool { return w[name] }

// network is where this build connects to; lead points a client there.
type network struct {
	name    string
	without without
	lead    func(*whatsmeow.Client)
}
