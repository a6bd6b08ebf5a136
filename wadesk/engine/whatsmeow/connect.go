package main

import (
	"context"
	"errors"
	"net"
	"strconv"
	"strings"
	"time"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/socket"
	"go.mau.fi/whatsmeow/store"
)

// dialLimit ends a websocket upgrade that stays silent: the library would wait for ever and hold its lock.
const dialLimit = 20 * time.Second

const takeOverPause = 5 * time.Millisecond

var errDialTimeout = errors.New("the dial took too long")

// connect dials once for the worker; first drops what stands, for a link that may be half dead.
func (e *engine) connect(id, attempt int, first bool) {
	if first {
		e.takeOver()
	} else {
		e.connects.Lock()
	}
	defer e.connects.Unlock()
	l := e.link.Load()
	if first {
		l.drop()
	}
	e.remember()
	if err := l.dial(attempt); err != nil {
		e.say(reply{ID: id, Error: dialError(err)})
		return
	}
	e.say(reply{ID: id, OK: true})
}

// disconnect gives up a dial under way and drops the connection.
func (e *engine) disconnect(id int) {
	e.takeOver()
	defer e.connects.Unlock()
	e.link.Load().drop()
	e.say(reply{ID: id, OK: true})
}

// takeOver takes the lock of connections and gives up whatever dial stands in the way, also one that only begins.
func (e *engine) takeOver() {
	for !e.connects.TryLock() {
		e.link.Load().giveUpDial()
		time.Sleep(takeOverPause)
	}
}

// dial connects under a new attempt number, unless the socket stands already.
func (l *link) dial(attempt int) error {
	if l.client.IsConnected() {
		return whatsmeow.ErrAlreadyConnected
	}
	l.online.Store(false)
	l.attempt.Store(int64(attempt))
	select {
	case <-l.restart:
	default:
	}
	// The library keeps this context for the connection's whole life: it is cancelled by the limit or with the engine.
	ctx, cancel := context.WithCancel(l.engine.ctx)
	l.setGiveUp(cancel)
	defer l.setGiveUp(nil)
	if l.engine.closing.Load() {
		cancel()
		return context.Canceled
	}
	timer := time.AfterFunc(dialLimit, cancel)
	l.dialing.Store(true)
	err := l.client.ConnectContext(ctx)
	l.dialing.Store(false)
	timely := timer.Stop()
	if err == nil && ctx.Err() != nil {
		l.client.Disconnect()
		err = ctx.Err()
	}
	if err != nil {
		cancel()
		if !timely {
			return errDialTimeout
		}
	}
	return err
}

// drop ends codes and connection; the library tells nothing of a disconnection that we asked for.
func (l *link) drop() {
	l.stopCodes()
	l.online.Store(false)
	l.client.Disconnect()
}

func (l *link) setGiveUp(cancel context.CancelFunc) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.giveUp = cancel
}

// giveUpDial ends a dial under way.
func (l *link) giveUpDial() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.giveUp != nil {
		l.giveUp()
	}
}

// dialError is the code of a failed dial.
func dialError(err error) string {
	var status socket.ErrWithStatusCode
	switch {
	case errors.Is(err, whatsmeow.ErrAlreadyConnected):
		return "already_connected"
	case errors.Is(err, errDialTimeout):
		return "dial_timeout"
	case errors.Is(err, context.Canceled):
		return "cancelled"
	case errors.Is(err, store.ErrDeviceDeleted):
		return "forget_first"
	case errors.As(err, &status):
		return "http_" + strconv.Itoa(status.StatusCode)
	case hasNoNetwork(err):
		return "no_network"
	case strings.Contains(err.Error(), "handshake"):
		return "handshake_failed"
	}
	return "dial_failed"
}

// hasNoNetwork reports whether nobody could be reached at all: no name was found, or no connection came about.
func hasNoNetwork(err error) bool {
	var name *net.DNSError
	var dial *net.OpError
	return errors.As(err, &name) || errors.As(err, &dial) && dial.Op == "dial"
}
