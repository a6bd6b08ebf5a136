package main

import (
	"net/http"
	"net/url"

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
	// web fetches what is not behind the library's clients, such as profile pictures; nil for the ordinary way out.
	web *http.Client
}

// webClient goes out as the library's own clients do: through the same proxy.
func (n network) webClient(proxy *string) *http.Client {
	if n.web != nil {
		return n.web
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	if proxy != nil {
		if address, err := url.Parse(*proxy); err == nil {
			transport.Proxy = http.ProxyURL(address)
		}
	}
	return &http.Client{Transport: transport}
}
