//go:build offline

package main

import (
	"encoding/hex"
	"errors"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"

	"go.mau.fi/whatsmeow"
)

// thisNetwork reads WADESK_OFFLINE_NETWORK, "ws://127.0.0.1:PORT/ws/chat;root=<64 hex>;media=http://127.0.0.1:PORT"
// with any number of ";without=<protection>" behind, and turns the library to it: its own root of trust, and
// plain HTTP to loopback instead of WhatsApp's hosts.
func thisNetwork() (network, error) {
	chat, media, root, off, err := parseOffline(os.Getenv(offlineVariableName))
	if err != nil {
		return network{}, err
	}
	whatsmeow.WACertPubKey = root
	// No proxy: the environment's would see loopback traffic.
	redirected := &http.Client{Transport: &redirect{chat: chat, media: media, inner: &http.Transport{Proxy: nil}}}
	lead := func(client *whatsmeow.Client) {
		client.SetWebsocketHTTPClient(redirected)
		client.SetPreLoginHTTPClient(redirected)
		client.SetMediaHTTPClient(redirected)
	}
	return network{name: networkOffline, without: off, lead: lead, web: redirected}, nil
}

func parseOffline(value string) (chat, media *url.URL, root [32]byte, off without, err error) {
	off = without{}
	parts := strings.Split(value, ";")
	if chat, err = loopback(parts[0]); err != nil {
		return
	}
	for _, part := range parts[1:] {
		name, text, _ := strings.Cut(part, "=")
		switch name {
		case "root":
			key, bad := hex.DecodeString(text)
			if bad != nil || len(key) != len(root) {
				err = errors.New("the offline root is not 64 hex digits")
				return
			}
			root = [32]byte(key)
		case "media":
			if media, err = loopback(text); err != nil {
				return
			}
		case "without":
			off[text] = true
		default:
			err = errors.New("an unknown part in the offline network")
			return
		}
	}
	if media == nil || root == [32]byte{} {
		err = errors.New("the offline network lacks its root or media host")
	}
	return
}

// loopback refuses every address that could leave this machine.
func loopback(text string) (*url.URL, error) {
	address, err := url.Parse(text)
	if err != nil || address.Host == "" {
		return nil, errors.New("the offline network is no address")
	}
	if ip := net.ParseIP(address.Hostname()); ip == nil || !ip.IsLoopback() {
		return nil, errors.New("the offline network is not on loopback")
	}
	return address, nil
}

// redirect sends websockets to chat and everything else to media.
type redirect struct {
	chat, media *url.URL
	inner       *http.Transport
}

func (r *redirect) RoundTrip(request *http.Request) (*http.Response, error) {
	turned := request.Clone(request.Context())
	turned.URL.Scheme = "http"
	turned.Host = ""
	turned.URL.Host = r.media.Host
	if strings.EqualFold(request.Header.Get("Upgrade"), "websocket") {
		turned.URL.Host, turned.URL.Path = r.chat.Host, r.chat.Path
	}
	return r.inner.RoundTrip(turned)
}
