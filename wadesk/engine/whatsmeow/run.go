package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

const (
	exitClean  = 0
	exitFailed = 1
	// A worker that no longer reads must not keep a failing engine alive.
	fatalWriteLimit = time.Second
)

// ignoreSignals leaves the end to stdin and SIGTERM: a terminal's Ctrl+C reaches the whole process group, and Go
// dies of SIGPIPE on descriptor 1.
func ignoreSignals() <-chan os.Signal {
	signal.Ignore(syscall.SIGINT, syscall.SIGPIPE)
	terminate := make(chan os.Signal, 1)
	signal.Notify(terminate, syscall.SIGTERM)
	return terminate
}

// failure is why the engine ends by itself: it becomes the last frame.
type failure struct {
	code   string
	detail string
}

func (f *failure) Error() string { return f.code }

// ending is told once, by whoever is first, that the engine must end; failure is nil for a clean end.
type ending struct {
	once   sync.Once
	reason chan *failure
}

func newEnding() *ending { return &ending{reason: make(chan *failure, 1)} }

func (e *ending) tell(reason *failure) { e.once.Do(func() { e.reason <- reason }) }

// run is the engine's life from hello to its exit status.
func run(input io.Reader, output, logs io.Writer, terminate <-chan os.Signal) int {
	log := newJournal(logs)
	pipe := newPipe(input, output)
	setSignalLogger(log)
	end := newEnding()
	e, err := open(pipe, log, end)
	if err != nil {
		return sayFatal(pipe, asFailure(err))
	}
	go e.readCommands()
	var reason *failure
	select {
	case reason = <-end.reason:
	case <-terminate:
	}
	status := exitClean
	if reason != nil {
		status = sayFatal(pipe, reason)
	}
	e.shutDown()
	return status
}

// asFailure gives every error of the start a code; nil (stdin closed before hello) is a clean end.
func asFailure(err error) *failure {
	var f *failure
	if errors.As(err, &f) {
		return f
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return &failure{code: "internal"}
}

// sayFatal writes the last frame, unless the end is a clean one.
func sayFatal(pipe *pipe, reason *failure) int {
	if reason == nil {
		return exitClean
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		_ = pipe.write(fatal{Code: reason.code, Detail: reason.detail})
	}()
	select {
	case <-written:
	case <-time.After(fatalWriteLimit):
	}
	return exitFailed
}

// open reads hello, takes the folder's lock, opens the store and says ready; every mismatch is fatal before any
// connection.
func open(pipe *pipe, log *journal, end *ending) (*engine, error) {
	network, err := thisNetwork()
	if err != nil {
		return nil, &failure{code: "network", detail: err.Error()}
	}
	hello, err := readHello(pipe, network.name)
	if err != nil {
		return nil, err
	}
	log.setLevel(hello.LogLevel)
	log.setSlot(hello.Folder)
	setDeviceProps(hello.DeviceName, hello.History)
	lock, err := lockFolder(hello.Folder, lockPatience)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	keys, err := openStore(ctx, hello.Folder, hello.key, network.name, network.without, log)
	if err != nil {
		cancel()
		lock.release()
		return nil, err
	}
	e := &engine{
		pipe: pipe, log: log, end: end, network: network, hello: hello, lock: lock, keys: keys,
		ctx: ctx, cancel: cancel, waiting: newWaitingRoom(), sends: newLane(),
		histories: newLane(), web: network.webClient(hello.Proxy), never: make(chan struct{}),
	}
	e.tasks.crashed = e.crashed
	if err := e.introduce(); err != nil {
		e.shutDown()
		return nil, err
	}
	return e, nil
}
