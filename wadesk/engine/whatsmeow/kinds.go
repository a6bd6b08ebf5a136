package main

import (
	"fmt"
	"strings"

	"go.mau.fi/whatsmeow/proto/waE2E"
	"go.mau.fi/whatsmeow/types/events"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// content is what a message says: its kind (domain.message.Kind), its text or caption, what names it more closely,
// and the id it speaks of.
type content struct {
	kind   string
	text   string
	detail string
	target *string
}

// wrapDepth is how many wrappers inside each other are taken off; real messages have two.
const wrapDepth = 5

// describe names a message; none is blank.
func describe(event *events.Message) content {
	is := describeMessage(event.Message, wrapDepth)
	if event.IsViewOnce {
		return content{kind: "view-once", text: is.text, detail: is.kind}
	}
	return is
}

func describeMessage(m *waE2E.Message, depth int) content {
	for _, look := range [...]func(*waE2E.Message) (content, bool){
		spoken, pictured, recorded, placed, polled, answered, formatted,
	} {
		if is, ok := look(m); ok {
			return is
		}
	}
	name, inner := onlyField(m)
	if inner != nil && depth > 0 {
		is := describeMessage(inner, depth-1)
		if strings.HasPrefix(name, "viewOnce") {
			return content{kind: "view-once", text: is.text, detail: is.kind}
		}
		return is
	}
	return content{kind: "unknown", detail: name}
}

func spoken(m *waE2E.Message) (content, bool) {
	switch {
	case m.GetConversation() != "":
		return content{kind: "text", text: m.GetConversation()}, true
	case m.GetExtendedTextMessage() != nil:
		return content{kind: "text", text: m.GetExtendedTextMessage().GetText()}, true
	case m.GetProtocolMessage() != nil:
		return protocolContent(m.GetProtocolMessage()), true
	}
	return content{}, false
}

func pictured(m *waE2E.Message) (content, bool) {
	switch {
	case m.GetImageMessage() != nil:
		return content{kind: "image", text: m.GetImageMessage().GetCaption()}, true
	case m.GetVideoMessage() != nil:
		video := m.GetVideoMessage()
		kind := "video"
		if video.GetGifPlayback() {
			kind = "gif"
		}
		return content{kind: kind, text: video.GetCaption(), detail: duration(video.GetSeconds())}, true
	case m.GetPtvMessage() != nil:
		return content{kind: "video", detail: duration(m.GetPtvMessage().GetSeconds())}, true
	case m.GetStickerMessage() != nil:
		return content{kind: "sticker"}, true
	}
	return content{}, false
}

func recorded(m *waE2E.Message) (content, bool) {
	switch {
	case m.GetAudioMessage() != nil:
		kind := "audio"
		if m.GetAudioMessage().GetPTT() {
			kind = "voice"
		}
		return content{kind: kind, detail: duration(m.GetAudioMessage().GetSeconds())}, true
	case m.GetDocumentMessage() != nil:
		document := m.GetDocumentMessage()
		return content{kind: "document", text: document.GetCaption(), detail: first(document.GetFileName(), document.GetTitle())}, true
	case m.GetCallLogMesssage() != nil, m.GetCall() != nil:
		return content{kind: "call"}, true
	}
	return content{}, false
}

func placed(m *waE2E.Message) (content, bool) {
	switch {
	case m.GetLocationMessage() != nil:
		at := m.GetLocationMessage()
		where := coordinates(at.GetDegreesLatitude(), at.GetDegreesLongitude())
		return content{kind: "location", text: at.GetComment(), detail: first(at.GetName(), at.GetAddress(), where)}, true
	case m.GetLiveLocationMessage() != nil:
		at := m.GetLiveLocationMessage()
		where := coordinates(at.GetDegreesLatitude(), at.GetDegreesLongitude())
		return content{kind: "live-location", text: at.GetCaption(), detail: where}, true
	case m.GetContactMessage() != nil:
		return content{kind: "contact", detail: m.GetContactMessage().GetDisplayName()}, true
	case m.GetContactsArrayMessage() != nil:
		var names []string
		for _, contact := range m.GetContactsArrayMessage().GetContacts() {
			names = append(names, contact.GetDisplayName())
		}
		return content{kind: "contact", detail: strings.Join(names, ", ")}, true
	}
	return content{}, false
}

func polled(m *waE2E.Message) (content, bool) {
	for _, poll := range [...]*waE2E.PollCreationMessage{
		m.GetPollCreationMessage(), m.GetPollCreationMessageV2(), m.GetPollCreationMessageV3(),
		m.GetPollCreationMessageV5(), m.GetPollCreationMessageV6(),
	} {
		if poll != nil {
			return content{kind: "poll", text: poll.GetName()}, true
		}
	}
	if vote := m.GetPollUpdateMessage(); vote != nil {
		return content{kind: "poll", detail: "vote", target: id(vote.GetPollCreationMessageKey().GetID())}, true
	}
	return content{}, false
}

func answered(m *waE2E.Message) (content, bool) {
	switch {
	case m.GetReactionMessage() != nil:
		reaction := m.GetReactionMessage()
		return content{kind: "reaction", text: reaction.GetText(), target: id(reaction.GetKey().GetID())}, true
	case m.GetEncReactionMessage() != nil:
		return content{kind: "reaction", target: id(m.GetEncReactionMessage().GetTargetMessageKey().GetID())}, true
	case m.GetPinInChatMessage() != nil:
		return content{kind: "system", detail: "pin", target: id(m.GetPinInChatMessage().GetKey().GetID())}, true
	case m.GetKeepInChatMessage() != nil:
		return content{kind: "system", detail: "keep", target: id(m.GetKeepInChatMessage().GetKey().GetID())}, true
	}
	return content{}, false
}

// formatted are the texts that businesses send with buttons, and the answers to them: they read as texts.
func formatted(m *waE2E.Message) (content, bool) {
	text := first(
		m.GetButtonsMessage().GetContentText(),
		m.GetListMessage().GetDescription(),
		m.GetTemplateMessage().GetHydratedTemplate().GetHydratedContentText(),
		m.GetTemplateMessage().GetHydratedFourRowTemplate().GetHydratedContentText(),
		m.GetInteractiveMessage().GetBody().GetText(),
		m.GetButtonsResponseMessage().GetSelectedDisplayText(),
		m.GetListResponseMessage().GetTitle(),
		m.GetTemplateButtonReplyMessage().GetSelectedDisplayText(),
		m.GetInteractiveResponseMessage().GetBody().GetText(),
	)
	return content{kind: "text", text: text}, text != ""
}

// protocolContent names what messages say about messages.
func protocolContent(p *waE2E.ProtocolMessage) content {
	target := id(p.GetKey().GetID())
	switch p.GetType() {
	case waE2E.ProtocolMessage_REVOKE:
		if p.Type == nil && p.GetKey() == nil {
			break
		}
		return content{kind: "revoke", target: target}
	case waE2E.ProtocolMessage_MESSAGE_EDIT:
		is := describeMessage(p.GetEditedMessage(), wrapDepth)
		return content{kind: "edit", text: is.text, detail: is.detail, target: target}
	}
	return content{kind: "system", detail: strings.ReplaceAll(strings.ToLower(p.GetType().String()), "_", "-")}
}

// onlyField is the name of the first field that a message holds besides its context, and what that wraps, if it is a
// wrapper.
func onlyField(m *waE2E.Message) (name string, inner *waE2E.Message) {
	if m == nil {
		return "", nil
	}
	m.ProtoReflect().Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		if field.Name() == "messageContextInfo" || field.Name() == "senderKeyDistributionMessage" {
			return true
		}
		name = string(field.Name())
		if field.Kind() == protoreflect.MessageKind {
			if wrapper, ok := value.Message().Interface().(*waE2E.FutureProofMessage); ok {
				inner = wrapper.GetMessage()
			}
		}
		return inner == nil
	})
	return name, inner
}

// id is a message id, or nil for none.
func id(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// duration is "0:12", from an hour on "1:02:03".
func duration(seconds uint32) string {
	if seconds >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}

func coordinates(latitude, longitude float64) string {
	return fmt.Sprintf("%.5f, %.5f", latitude, longitude)
}
