package main

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/types/events"
)

const (
	// pictureLimit is far above WhatsApp's small pictures (96 pixels, some 3 KiB).
	pictureLimit = 256 * 1024
	// A picture is worth little: a host that is slow must not hold what waits behind it.
	pictureTime = 20 * time.Second
)

var errNoPicture = errors.New("not a small JPEG")

// fetchPicture gives the small picture of somebody or some group, unless the worker has it.
func (e *engine) fetchPicture(command fetchPictureCommand) {
	l := e.link.Load()
	who, err := address(command.Who)
	switch {
	case err != nil:
		e.say(reply{ID: command.ID, Error: "bad_address"})
		return
	case !l.sends():
		e.say(reply{ID: command.ID, Error: "not_connected"})
		return
	}
	params := &whatsmeow.GetProfilePictureParams{Preview: true}
	if command.Known != nil {
		params.ExistingID = *command.Known
	}
	info, err := l.client.GetProfilePictureInfo(e.ctx, who, params)
	switch {
	case errors.Is(err, whatsmeow.ErrProfilePictureNotSet), errors.Is(err, whatsmeow.ErrProfilePictureUnauthorized):
		e.say(reply{ID: command.ID, OK: true, Picture: &profilePicture{}})
	case err != nil:
		e.answer(command.ID, "asking for a picture", "query_failed", err)
	case info == nil || params.ExistingID == info.ID:
		e.say(reply{ID: command.ID, OK: true, Picture: &profilePicture{Picture: command.Known}})
	default:
		e.loadPicture(command.ID, info.ID, info.URL)
	}
}

func (e *engine) loadPicture(id int, picture, url string) {
	ctx, cancel := context.WithTimeout(e.ctx, pictureTime)
	defer cancel()
	jpeg, err := e.download(ctx, url)
	if err != nil {
		e.answer(id, "loading a picture", "download", err)
		return
	}
	text := base64.StdEncoding.EncodeToString(jpeg)
	e.say(reply{ID: id, OK: true, Picture: &profilePicture{Picture: &picture, JPEG: &text}})
}

// download reads a small JPEG; anything else is an error.
func (e *engine) download(ctx context.Context, url string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, fmt.Errorf("asking for a picture: %w", err)
	}
	response, err := e.web.Do(request)
	if err != nil {
		return nil, fmt.Errorf("asking for a picture: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("asking for a picture: HTTP %d", response.StatusCode)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, pictureLimit+1))
	if err != nil {
		return nil, fmt.Errorf("reading a picture: %w", err)
	}
	if len(body) > pictureLimit || http.DetectContentType(body) != "image/jpeg" {
		return nil, errNoPicture
	}
	return body, nil
}

// hearPicture tells that a picture is another one; it is fetched when somebody looks.
func (l *link) hearPicture(event *events.Picture) {
	who := l.somebody(event.JID)
	if who != (peer{}) {
		l.engine.say(pictureChanged{Who: who, Removed: event.Remove})
	}
}
