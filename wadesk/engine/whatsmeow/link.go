package main

import (
	"context"
	"sync"
	"sync/atomic"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/proto/waE2E"
	"go.mau.fi/whatsmeow/store"
	"go.mau.fi/whatsmeow/types"
	"go.mau.fi/whatsmeow/types/events"
)

// identity is this number's own device.
type identity struct{ id, lid types.JID }

func (i *identity) number() string { return "+" + i.id.User }

func (i *identity) lidUser() *string {
	if i.lid.IsEmpty() {
		return nil
	}
	return &i.lid.User
}

// link is one client of the library and what the engine itself knows of its connection; `forget` replaces it.
type link struct {
	engine *engine
	client *whatsmeow.Client
	self   atomic.Pointer[identity]

	// attempt is the number of the connect under way or standing.
	attempt atomic.Int64
	// online is our own flag: the library's stays true after a cut and during the next login.
	online  atomic.Bool
	dialing atomic.Bool
	// fresh is true from pairing to the end of the first login, whose names come with the key share.
	fresh atomic.Bool
	// unasked is true when the question before pairing got no answer in time.
	unasked atomic.Bool

	mu       sync.Mutex
	giveUp   context.CancelFunc
	codes    *codeShow
	restart  chan struct{}
	describe func(*events.Message) content
	// blobs are the notices of the histories that were fetched and are not acknowledged yet.
	blobs map[string]*waE2E.HistorySyncNotification

	// overheard is what only stanzas tell, not the library's events.
	overheard overheard
	phone     phoneWatch
}

// newLink makes the client of a device, unconnected.
func (e *engine) newLink(device *store.Device) *link {
	l := &link{engine: e, restart: make(chan struct{}, 1), describe: describe}
	client := whatsmeow.NewClient(device, listening(e.log.library("Client"), l.overheard.hear))
	l.client = client
	if device.ID != nil {
		l.self.Store(&identity{id: *device.ID, lid: device.LID})
	}
	l.protect(e.network.without)
	client.BackgroundEventCtx = e.ctx
	if e.hello.Proxy != nil {
		if err := client.SetProxyAddress(*e.hello.Proxy); err != nil {
			e.log.warn("the proxy is not used: %v", err)
		}
	}
	e.network.lead(client)
	client.AddEventHandlerWithSuccessStatus(l.handle)
	return l
}

// number is the attempt that events now belong to.
func (l *link) number() int { return int(l.attempt.Load()) }

// connected reports whether the socket stands; it does not wait for a dial, which holds the library's lock.
func (l *link) connected() bool { return !l.dialing.Load() && l.client.IsConnected() }

// sends reports whether a message may leave: our flag, the library's and the socket must agree.
func (l *link) sends() bool {
	return l.online.Load() && l.client.IsLoggedIn() && l.connected()
}

// current reports whether this is still the engine's link.
func (l *link) current() bool { return l.engine.link.Load() == l }
