package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
)

// frameLimit is ENGINE_FRAME_LIMIT of wadesk/wire/engine_frames.py.
const frameLimit = 8 * 1024 * 1024

// errFrameTooLarge is a frame over the limit, either way.
var errFrameTooLarge = errors.New("frame too large")

// frame is anything that leaves on the pipe; tag is its type.
type frame interface{ tag() string }

// pipe carries frames: a 4-byte big-endian length, then one JSON object.
type pipe struct {
	in  *bufio.Reader
	mu  sync.Mutex
	out io.Writer
}

func newPipe(in io.Reader, out io.Writer) *pipe { return &pipe{in: bufio.NewReader(in), out: out} }

// read returns one frame's JSON; io.EOF is a clean end between two frames.
func (p *pipe) read() ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(p.in, head[:]); err != nil {
		return nil, err
	}
	length := binary.BigEndian.Uint32(head[:])
	if length > frameLimit {
		return nil, errFrameTooLarge
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(p.in, body); err != nil {
		return nil, fmt.Errorf("reading a frame: %w", err)
	}
	return body, nil
}

// write sends one frame whole; it blocks while the worker does not read.
func (p *pipe) write(f frame) error {
	body, err := encode(f)
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	_, err = p.out.Write(body)
	return err
}

// encode puts the type before the fields and the length before both.
func encode(f frame) ([]byte, error) {
	fields, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("encoding %s: %w", f.tag(), err)
	}
	body := append(make([]byte, 4, len(fields)+64), `{"type":"`+f.tag()+`"`...)
	if len(fields) > 2 {
		body = append(body, ',')
	}
	body = append(body, fields[1:]...)
	if len(body)-4 > frameLimit {
		return nil, errFrameTooLarge
	}
	binary.BigEndian.PutUint32(body, uint32(len(body)-4))
	return body, nil
}
