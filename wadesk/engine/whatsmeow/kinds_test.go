package main

import (
	"testing"

	"go.mau.fi/whatsmeow/proto/waE2E"
	"google.golang.org/protobuf/proto"
)

func wrapped(message *waE2E.Message) *waE2E.FutureProofMessage {
	return &waE2E.FutureProofMessage{Message: message}
}

func TestEveryKindHasItsNameAndWhatTellsItApart(t *testing.T) {
	image := &waE2E.Message{ImageMessage: &waE2E.ImageMessage{Caption: proto.String("Olha")}}
	voice := &waE2E.Message{AudioMessage: &waE2E.AudioMessage{PTT: proto.Bool(true), Seconds: proto.Uint32(12)}}
	document := &waE2E.Message{DocumentMessage: &waE2E.DocumentMessage{
		FileName: proto.String("nota.pdf"), Caption: proto.String("A nota"),
	}}
	for name, test := range map[string]struct {
		message *waE2E.Message
		want    content
	}{
		"text":     {text("Oi"), content{kind: "text", text: "Oi"}},
		"extended": {&waE2E.Message{ExtendedTextMessage: &waE2E.ExtendedTextMessage{Text: proto.String("Oi")}}, content{kind: "text", text: "Oi"}},
		"image":    {image, content{kind: "image", text: "Olha"}},
		"video":    {&waE2E.Message{VideoMessage: &waE2E.VideoMessage{Seconds: proto.Uint32(83)}}, content{kind: "video", detail: "1:23"}},
		"round":    {&waE2E.Message{PtvMessage: &waE2E.VideoMessage{Seconds: proto.Uint32(5)}}, content{kind: "video", detail: "0:05"}},
		"gif":      {&waE2E.Message{VideoMessage: &waE2E.VideoMessage{GifPlayback: proto.Bool(true), Seconds: proto.Uint32(3)}}, content{kind: "gif", detail: "0:03"}},
		"audio":    {&waE2E.Message{AudioMessage: &waE2E.AudioMessage{Seconds: proto.Uint32(3723)}}, content{kind: "audio", detail: "1:02:03"}},
		"voice":    {voice, content{kind: "voice", detail: "0:12"}},
		"document": {document, content{kind: "document", text: "A nota", detail: "nota.pdf"}},
		"captioned document": {
			&waE2E.Message{DocumentWithCaptionMessage: wrapped(document)}, content{kind: "document", text: "A nota", detail: "nota.pdf"},
		},
		"sticker": {&waE2E.Message{StickerMessage: &waE2E.StickerMessage{}}, content{kind: "sticker"}},
		"location": {
			&waE2E.Message{LocationMessage: &waE2E.LocationMessage{Name: proto.String("Praça da Sé")}},
			content{kind: "location", detail: "Praça da Sé"},
		},
		"bare location": {
			&waE2E.Message{LocationMessage: &waE2E.LocationMessage{DegreesLatitude: proto.Float64(-23.55), DegreesLongitude: proto.Float64(-46.63)}},
			content{kind: "location", detail: "-23.55000, -46.63000"},
		},
		"live location": {
			&waE2E.Message{LiveLocationMessage: &waE2E.LiveLocationMessage{Caption: proto.String("A caminho")}},
			content{kind: "live-location", text: "A caminho", detail: "0.00000, 0.00000"},
		},
		"contact": {&waE2E.Message{ContactMessage: &waE2E.ContactMessage{DisplayName: proto.String("Bo")}}, content{kind: "contact", detail: "Bo"}},
		"contacts": {
			&waE2E.Message{ContactsArrayMessage: &waE2E.ContactsArrayMessage{Contacts: []*waE2E.ContactMessage{
				{DisplayName: proto.String("Bo")}, {DisplayName: proto.String("Carla")},
			}}},
			content{kind: "contact", detail: "Bo, Carla"},
		},
		"poll": {&waE2E.Message{PollCreationMessageV3: &waE2E.PollCreationMessage{Name: proto.String("Quando?")}}, content{kind: "poll", text: "Quando?"}},
		"poll in a wrapper": {
			&waE2E.Message{PollCreationMessageV4: wrapped(&waE2E.Message{PollCreationMessage: &waE2E.PollCreationMessage{Name: proto.String("Quando?")}})},
			content{kind: "poll", text: "Quando?"},
		},
		"view once":            {&waE2E.Message{ViewOnceMessageV2: wrapped(image)}, content{kind: "view-once", text: "Olha", detail: "image"}},
		"view once voice":      {&waE2E.Message{ViewOnceMessageV2Extension: wrapped(voice)}, content{kind: "view-once", detail: "voice"}},
		"disappearing":         {&waE2E.Message{EphemeralMessage: wrapped(text("Oi"))}, content{kind: "text", text: "Oi"}},
		"sent by other device": {&waE2E.Message{DeviceSentMessage: &waE2E.DeviceSentMessage{Message: text("Oi")}}, content{kind: "text", text: "Oi"}},
		"buttons":              {&waE2E.Message{ButtonsMessage: &waE2E.ButtonsMessage{ContentText: proto.String("Escolha")}}, content{kind: "text", text: "Escolha"}},
		"call":                 {&waE2E.Message{CallLogMesssage: &waE2E.CallLogMessage{}}, content{kind: "call"}},
		"disappearing setting": {
			&waE2E.Message{ProtocolMessage: &waE2E.ProtocolMessage{Type: waE2E.ProtocolMessage_EPHEMERAL_SETTING.Enum()}},
			content{kind: "system", detail: "ephemeral-setting"},
		},
		"tomorrow's": {&waE2E.Message{OrderMessage: &waE2E.OrderMessage{}}, content{kind: "unknown", detail: "orderMessage"}},
		"empty":      {&waE2E.Message{}, content{kind: "unknown"}},
		"none":       {nil, content{kind: "unknown"}},
	} {
		if got := describe(said(test.message)); got != test.want {
			t.Errorf("%s: got %+v, want %+v", name, got, test.want)
		}
	}
}

func TestAReactionThatIsTakenBackHasNoText(t *testing.T) {
	is := describe(said(&waE2E.Message{ReactionMessage: &waE2E.ReactionMessage{Text: proto.String("")}}))
	if is.kind != "reaction" || is.text != "" {
		t.Errorf("got %+v", is)
	}
}
