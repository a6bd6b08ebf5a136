package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"go.mau.fi/libsignal/logger"
	waLog "go.mau.fi/whatsmeow/util/log"
)

// level orders what may be written; the names are those of hello.
type level int32

const (
	levelDebug level = iota
	levelInfo
	levelWarning
	levelError
)

func (l level) String() string { return [...]string{"debug", "info", "warning", "error"}[l] }

func parseLevel(name string) level {
	switch name {
	case "debug":
		return levelDebug
	case "info":
		return levelInfo
	case "error":
		return levelError
	}
	return levelWarning
}

// journal writes JSON lines to stderr. Every line is scrubbed: numbers, texts, keys and codes leave the process in
// frames only.
type journal struct {
	least atomic.Int32
	slot  atomic.Value // string: the slot's folder is named for it, and every line names it
	scrub scrubber
	mu    sync.Mutex
	out   io.Writer
}

func newJournal(out io.Writer) *journal {
	j := &journal{scrub: newScrubber(), out: out}
	j.least.Store(int32(levelWarning))
	j.slot.Store("")
	return j
}

func (j *journal) setLevel(name string) { j.least.Store(int32(parseLevel(name))) }

// setSlot names the slot in every line from here on.
func (j *journal) setSlot(folder string) { j.slot.Store(filepath.Base(folder)) }

// write logs one line; values are scrubbed before they meet the format.
func (j *journal) write(at level, module, format string, values ...any) {
	if at < level(j.least.Load()) {
		return
	}
	line, err := json.Marshal(struct {
		Time    string `json:"time"`
		Level   string `json:"level"`
		Slot    any    `json:"slot"`
		Module  string `json:"module"`
		Message string `json:"message"`
	}{time.Now().UTC().Format(time.RFC3339Nano), at.String(), j.slot.Load(), module, j.scrub.text(fmt.Sprintf(format, j.scrub.values(values)...))})
	if err != nil {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	_, _ = j.out.Write(append(line, '\n'))
}

func (j *journal) warn(format string, values ...any) {
	j.write(levelWarning, "engine", format, values...)
}

// library is the journal as whatsmeow wants it.
func (j *journal) library(module string) waLog.Logger { return libraryLog{j, module} }

type libraryLog struct {
	journal *journal
	module  string
}

func (l libraryLog) Debugf(format string, values ...any) {
	l.journal.write(levelDebug, l.module, format, values...)
}

func (l libraryLog) Infof(format string, values ...any) {
	l.journal.write(levelInfo, l.module, format, values...)
}

func (l libraryLog) Warnf(format string, values ...any) {
	l.journal.write(levelWarning, l.module, format, values...)
}

func (l libraryLog) Errorf(format string, values ...any) {
	l.journal.write(levelError, l.module, format, values...)
}

func (l libraryLog) Sub(module string) waLog.Logger {
	return libraryLog{l.journal, l.module + "/" + module}
}

// setSignalLogger silences libsignal, which prints keys: only the place that complained is kept.
func setSignalLogger(j *journal) {
	var silent logger.Loggable = signalLog{j}
	logger.Setup(&silent)
}

type signalLog struct{ journal *journal }

func (signalLog) Debug(string, string) {}
func (signalLog) Info(string, string)  {}
func (signalLog) Configure(string)     {}

func (s signalLog) Warning(caller, _ string) {
	s.journal.write(levelDebug, "signal", "warning at %s", place(caller))
}

func (s signalLog) Error(caller, _ string) {
	s.journal.write(levelDebug, "signal", "error at %s", place(caller))
}
