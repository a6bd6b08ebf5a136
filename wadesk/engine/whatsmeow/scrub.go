package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"

	waBinary "go.mau.fi/whatsmeow/binary"
)

// scrubLimit keeps a stanza or a stack from filling the log.
const scrubLimit = 4000

// place is a text that is safe as it is: places in sources, names of types.
type place string

// traceDepth is how many callers a panic's place names.
const traceDepth = 12

// trace is where a recovered panic came from, innermost first. A panic's value may hold a text; this does not.
func trace() place {
	callers := make([]uintptr, traceDepth)
	// Not of interest: Callers, trace, the deferred function, and the runtime's panic itself.
	frames := runtime.CallersFrames(callers[:runtime.Callers(4, callers)])
	var places []string
	for more := true; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		places = append(places, fmt.Sprintf("%s:%d", filepath.Base(frame.File), frame.Line))
	}
	return place(strings.Join(places, " "))
}

// scrubber takes out of a text what must not stand in a log: stanzas, links, addresses, quoted content, keys, numbers.
type scrubber []scrubRule

type scrubRule struct {
	pattern *regexp.Regexp
	mark    string
}

func newScrubber() scrubber {
	return scrubber{
		{regexp.MustCompile(`(?s)<[a-zA-Z:_]+[ />].*>`), "[stanza]"},
		{regexp.MustCompile(`(?:https?|wss?)://\S+`), "[link]"},
		{regexp.MustCompile(`[0-9A-Za-z.:_-]*@(?:s\.whatsapp\.net|lid|g\.us|c\.us|broadcast|newsletter|hosted(?:\.lid)?|bot|msgr|interop)\b`), "[jid]"},
		{regexp.MustCompile(`"(?:[^"\\]|\\.)*"`), "[quoted]"},
		{regexp.MustCompile(`[0-9A-Za-z+/_=-]{20,}`), "[key]"},
		{regexp.MustCompile(`\+?\d[\d ().-]{5,}\d|\d{6,}`), "[number]"},
	}
}

func (s scrubber) text(text string) string {
	for _, rule := range s {
		text = rule.pattern.ReplaceAllString(text, rule.mark)
	}
	if len(text) > scrubLimit {
		text = strings.ToValidUTF8(text[:scrubLimit], "") + "…"
	}
	return text
}

// values makes the values of a log call safe before they meet the format: plain counts and durations pass, texts
// are scrubbed, of anything else only the type is told.
func (s scrubber) values(values []any) []any {
	safe := make([]any, len(values))
	for i, value := range values {
		switch v := value.(type) {
		case int, int32, int64, uint32, uint64, bool, time.Duration, place:
			safe[i] = v
		case *waBinary.Node:
			safe[i] = "[stanza " + v.Tag + "]"
		case error:
			safe[i] = errors.New(s.text(v.Error()))
		case string:
			safe[i] = s.text(v)
		case fmt.Stringer:
			safe[i] = s.text(v.String())
		default:
			safe[i] = fmt.Sprintf("[%T]", v)
		}
	}
	return safe
}
