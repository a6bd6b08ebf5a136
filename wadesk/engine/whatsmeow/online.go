//go:build !offline

package main

import (
	"go.mau.fi/whatsmeow"
)

// thisNetwork is the real one: nothing is redirected and nothing can be switched off.
func thisNetwork() (network, error) {
	return network{name: networkWhatsApp, lead: func(*whatsmeow.Client) {}}, nil
}

// inspect is the offline build's alone.
func inspect([]string) (code int, asked bool) {
	return 0, false
}
