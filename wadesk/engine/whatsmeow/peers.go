package main

import (
	"errors"
	"regexp"

	"go.mau.fi/whatsmeow/types"
)

// noJID is no address at all.
func noJID() types.JID { return types.JID{} }

// person is somebody by number and LID, where the library knows both: alt is the other form if the event had it.
func (l *link) person(id, alt types.JID) peer {
	id, alt = plain(id), plain(alt)
	if self := l.self.Load(); self != nil && (id.User == self.id.User || id.User == self.lid.User) {
		id, alt = plain(self.id), plain(self.lid)
	}
	if alt.User == "" {
		alt = l.otherForm(id)
	}
	var who peer
	for _, form := range [...]types.JID{id, alt} {
		user := form.User
		switch {
		case user == "":
		case form.Server == types.DefaultUserServer:
			number := "+" + user
			who.Number = &number
		case form.Server == types.HiddenUserServer:
			who.LID = &user
		}
	}
	return who
}

// somebody is a person or a group; nobody for what has no place here.
func (l *link) somebody(id types.JID) peer {
	if id.Server == types.GroupServer {
		group := plain(id).String()
		return peer{Group: &group}
	}
	return l.person(id, noJID())
}

// otherForm looks up number for LID or LID for number.
func (l *link) otherForm(id types.JID) types.JID {
	lids := l.engine.keys.container.library.LIDMap
	var other types.JID
	var err error
	switch id.Server {
	case types.DefaultUserServer:
		other, err = lids.GetLIDForPN(l.engine.ctx, id)
	case types.HiddenUserServer:
		other, err = lids.GetPNForLID(l.engine.ctx, id)
	}
	if err != nil {
		l.engine.log.warn("looking up an address: %v", err)
		return noJID()
	}
	return plain(other)
}

// plain is an address without its device, on one of the two servers that people have.
func plain(id types.JID) types.JID {
	server := id.Server
	switch server {
	case types.LegacyUserServer, types.HostedServer:
		server = types.DefaultUserServer
	case types.HostedLIDServer:
		server = types.HiddenUserServer
	}
	return types.NewJID(id.User, server)
}

// places are chat and author of a message. ok is false for what has no place here: status posts, newsletters, bots,
// other networks. A message to a broadcast list belongs to its sender's chat.
func (l *link) places(info *types.MessageInfo) (chat, author peer, ok bool) {
	return l.placesOf(&info.MessageSource)
}

func (l *link) placesOf(source *types.MessageSource) (chat, author peer, ok bool) {
	author = l.person(source.Sender, source.SenderAlt)
	where := plain(source.Chat)
	switch where.Server {
	case types.GroupServer:
		group := where.String()
		return peer{Group: &group}, author, true
	case types.BroadcastServer:
		if where.User == types.StatusBroadcastJID.User || source.IsFromMe {
			return chat, author, false
		}
		return author, author, author.Number != nil || author.LID != nil
	case types.DefaultUserServer, types.HiddenUserServer:
		alt := source.RecipientAlt
		if !source.IsFromMe {
			alt = source.SenderAlt
		}
		return l.person(where, alt), author, true
	}
	return chat, author, false
}

var errBadPeer = errors.New("not one address")

// address is the JID to send to: the LID where there is one, since a number can pass to another person. Broadcast
// and status addresses have no form here.
func address(to peer) (types.JID, error) {
	switch {
	case to.Group != nil && to.Number == nil && to.LID == nil:
		if user, ok := matched(`^([0-9]{5,32}(?:-[0-9]{5,20})?)@g\.us$`, *to.Group); ok {
			return types.NewJID(user, types.GroupServer), nil
		}
	case to.Group != nil:
	case to.LID != nil:
		if user, ok := matched(`^([0-9]{5,20})$`, *to.LID); ok {
			return types.NewJID(user, types.HiddenUserServer), nil
		}
	case to.Number != nil:
		if user, ok := matched(`^\+([1-9][0-9]{6,14})$`, *to.Number); ok {
			return types.NewJID(user, types.DefaultUserServer), nil
		}
	}
	return types.JID{}, errBadPeer
}

func matched(pattern, text string) (string, bool) {
	found := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	return found[1], true
}
