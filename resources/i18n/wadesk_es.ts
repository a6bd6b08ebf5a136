<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>Account name</source>
        <translation>Nombre de la cuenta</translation>
    </message>
    <message>
        <source>Sending from +55 …</source>
        <translation>Enviando desde +55 …</translation>
    </message>
    <message>
        <source>Name of the business or client</source>
        <translation>Nombre del negocio o cliente</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Iniciales</translation>
    </message>
    <message>
        <source>Colour · {name}</source>
        <translation>Color · {name}</translation>
    </message>
    <message>
        <source>Already used by {account}.</source>
        <translation>Ya usadas en {account}.</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Cómo se verá</translation>
    </message>
    <message>
        <source>The initials go with the colour everywhere and are this account&apos;s alone.</source>
        <translation>Las iniciales acompañan al color en todas partes y son solo de esta cuenta.</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Wait. The limit ends by itself, and what waits leaves then.</source>
        <translation>Espera. El límite termina solo, y lo que espera sale entonces.</translation>
    </message>
    <message>
        <source>Do not write to people who do not know this number: that is what is limited.</source>
        <translation>No escribas a quien no conoce este número: eso es lo que está limitado.</translation>
    </message>
    <message>
        <source>For urgent answers, write from another number of this account.</source>
        <translation>Para respuestas urgentes, escribe desde otro número de esta cuenta.</translation>
    </message>
    <message>
        <source>Open WhatsApp on the phone of this number and ask for a review there.</source>
        <translation>Abre WhatsApp en el teléfono de este número y pide la revisión allí.</translation>
    </message>
    <message>
        <source>The chats stay here and can be read. Nothing leaves from this number.</source>
        <translation>Los chats quedan aquí y se pueden leer. Nada sale desde este número.</translation>
    </message>
    <message>
        <source>Once WhatsApp gives the number back, connect it again here.</source>
        <translation>Cuando WhatsApp devuelva el número, conéctalo de nuevo aquí.</translation>
    </message>
    <message>
        <source>Install the newest WaDesk over this one. Chats and numbers stay.</source>
        <translation>Instala el WaDesk más nuevo sobre este. Los chats y los números quedan.</translation>
    </message>
    <message>
        <source>Until then messages wait in the outbox, and the phone goes on as usual.</source>
        <translation>Hasta entonces los mensajes esperan en la bandeja de salida, y el teléfono sigue normal.</translation>
    </message>
    <message>
        <source>Another program took this number&apos;s place with the same session.</source>
        <translation>Otro programa tomó el lugar de este número con la misma sesión.</translation>
    </message>
    <message>
        <source>Close it first, or the two will take the number from each other.</source>
        <translation>Ciérralo primero, o los dos se quitarán el número uno al otro.</translation>
    </message>
    <message>
        <source>Then use the number here again.</source>
        <translation>Después, usa el número aquí de nuevo.</translation>
    </message>
    <message>
        <source>Open WhatsApp on the phone of this number. It says why it is locked, and for how long.</source>
        <translation>Abre WhatsApp en el teléfono de este número. Dice por qué está bloqueado y por cuánto tiempo.</translation>
    </message>
    <message>
        <source>Follow its steps there. WaDesk cannot do it for you.</source>
        <translation>Sigue sus pasos allí. WaDesk no puede hacerlo por ti.</translation>
    </message>
    <message>
        <source>Once WhatsApp works on the phone, connect this number again.</source>
        <translation>Cuando WhatsApp funcione en el teléfono, conecta este número de nuevo.</translation>
    </message>
    <message>
        <source>See whether WhatsApp still works on the phone of this number.</source>
        <translation>Mira si WhatsApp todavía funciona en el teléfono de este número.</translation>
    </message>
    <message>
        <source>If the number moved to another phone, connect again with that one.</source>
        <translation>Si el número cambió de teléfono, conecta de nuevo con el nuevo.</translation>
    </message>
    <message>
        <source>A passkey is a key that the phone or a browser keeps instead of a password. WaDesk has none.</source>
        <translation>Una llave de acceso (passkey) la guarda el teléfono o el navegador en lugar de una contraseña. WaDesk no tiene una.</translation>
    </message>
    <message>
        <source>Try linking with the phone number instead of the QR code.</source>
        <translation>Prueba vincular con el número de teléfono en vez del código QR.</translation>
    </message>
    <message>
        <source>On the phone: remove the passkey in WhatsApp&apos;s settings, then make a new code.</source>
        <translation>En el teléfono: quita la llave de acceso en los ajustes de WhatsApp y genera otro código.</translation>
    </message>
    <message>
        <source>Or link another number here. This one stays as it is.</source>
        <translation>O vincula otro número aquí. Este queda como está.</translation>
    </message>
    <message>
        <source>Turn the phone on, see that it has internet, and open WhatsApp on it.</source>
        <translation>Enciende el teléfono, mira que tenga internet y abre WhatsApp en él.</translation>
    </message>
    <message>
        <source>WhatsApp unlinks every device after 14 days without the phone.</source>
        <translation>WhatsApp desvincula todos los dispositivos después de 14 días sin el teléfono.</translation>
    </message>
    <message>
        <source>A virus scanner may have taken WaDesk&apos;s engine away. Look into its quarantine.</source>
        <translation>El antivirus puede haber quitado el motor de WaDesk. Mira en su cuarentena.</translation>
    </message>
    <message>
        <source>Allow WaDesk&apos;s folder in the virus scanner and restore the file.</source>
        <translation>Permite la carpeta de WaDesk en el antivirus y restaura el archivo.</translation>
    </message>
    <message>
        <source>Or install WaDesk again over this one. Chats and numbers stay.</source>
        <translation>O instala WaDesk de nuevo sobre este. Los chats y los números quedan.</translation>
    </message>
    <message>
        <source>Another program opens this number with the same session, again and again.</source>
        <translation>Otro programa abre este número con la misma sesión, una y otra vez.</translation>
    </message>
    <message>
        <source>Close that program. Then try again here.</source>
        <translation>Cierra ese programa. Después, inténtalo de nuevo aquí.</translation>
    </message>
    <message>
        <source>Clear this number&apos;s keys in its menu, then connect it again with the phone.</source>
        <translation>Olvida las claves de este número en su menú y conéctalo de nuevo con el teléfono.</translation>
    </message>
    <message>
        <source>The chats that are here stay.</source>
        <translation>Los chats que están aquí quedan.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>1 unread in other chats</source>
        <translation>1 sin leer en otros chats</translation>
    </message>
    <message>
        <source>{n} unread in other chats</source>
        <translation>{n} sin leer en otros chats</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Checked {t}</source>
        <translation>Verificado {t}</translation>
    </message>
    <message>
        <source>{k} of {n} messages left from another number: {numbers}</source>
        <translation>{k} de {n} mensajes salieron desde otro número: {numbers}</translation>
    </message>
    <message>
        <source>No message has left in this chat yet.</source>
        <translation>Ningún mensaje ha salido en este chat todavía.</translation>
    </message>
    <message>
        <source>The 1 message left from {number}</source>
        <translation>El único mensaje salió desde {number}</translation>
    </message>
    <message>
        <source>All {n} messages left from {number}</source>
        <translation>Los {n} mensajes salieron desde {number}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>{sentence} And {n} more.</source>
        <translation>{sentence} Y {n} más.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Add number</source>
        <translation>Añadir número</translation>
    </message>
    <message>
        <source>Number board</source>
        <translation>Panel de números</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 cuenta</translation>
    </message>
    <message>
        <source>{n} accounts</source>
        <translation>{n} cuentas</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 número</translation>
    </message>
    <message>
        <source>{n} numbers</source>
        <translation>{n} números</translation>
    </message>
    <message>
        <source>1 connected</source>
        <translation>1 conectado</translation>
    </message>
    <message>
        <source>{n} connected</source>
        <translation>{n} conectados</translation>
    </message>
    <message>
        <source>1 waits for a scan</source>
        <translation>1 espera lectura</translation>
    </message>
    <message>
        <source>{n} wait for a scan</source>
        <translation>{n} esperan lectura</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 te necesita</translation>
    </message>
    <message>
        <source>{n} need you</source>
        <translation>{n} te necesitan</translation>
    </message>
    <message>
        <source>Find number or account</source>
        <translation>Buscar número o cuenta</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Ningún número todavía</translation>
    </message>
    <message>
        <source>Add a number, and its QR code shows here.</source>
        <translation>Añade un número y su código QR aparece aquí.</translation>
    </message>
    <message>
        <source>No number found</source>
        <translation>Ningún número encontrado</translation>
    </message>
    <message>
        <source>Search looks at phone numbers, their names and their accounts.</source>
        <translation>La búsqueda mira números de teléfono, nombres y cuentas.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>Check the initials before pointing the phone. The number read is compared.</source>
        <translation>Revisa las iniciales antes de apuntar el teléfono. El número leído se compara con el esperado.</translation>
    </message>
    <message>
        <source>Waiting for a scan</source>
        <translation>Esperando lectura</translation>
    </message>
    <message>
        <source>They need you</source>
        <translation>Te necesitan</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Funcionando</translation>
    </message>
    <message>
        <source>More for this number</source>
        <translation>Más opciones de este número</translation>
    </message>
    <message>
        <source>More for {slot}</source>
        <translation>Más opciones de {slot}</translation>
    </message>
    <message>
        <source>No number linked yet</source>
        <translation>Ningún teléfono vinculado todavía</translation>
    </message>
    <message>
        <source>in {t}</source>
        <translation>en {t}</translation>
    </message>
    <message>
        <source>synced {t}</source>
        <translation>sinc. {t}</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Back to the chats</source>
        <translation>Volver a los chats</translation>
    </message>
    <message>
        <source>Contact panel</source>
        <translation>Panel del contacto</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
</context>
<context>
    <name>ChatPane</name>
    <message>
        <source>No chat open</source>
        <translation>Ningún chat abierto</translation>
    </message>
    <message>
        <source>Pick a chat. Messages show here, with the number they leave from.</source>
        <translation>Elige un chat. Los mensajes aparecen aquí, con el número desde el que salen.</translation>
    </message>
</context>
<context>
    <name>Chats</name>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Not sent: {text}</source>
        <translation>No enviado: {text}</translation>
    </message>
    <message>
        <source>{name}, on number {slot}, {n} unread, {time}: {preview}</source>
        <translation>{name}, en el número {slot}, {n} sin leer, {time}: {preview}</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Borrador:</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Keep WaDesk running?</source>
        <translation>¿Dejar WaDesk abierto?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>Quit WaDesk</source>
        <translation>Salir de WaDesk</translation>
    </message>
    <message>
        <source>The window closes, and messages still arrive: WaDesk stays in the tray. This is asked once; the settings can change it.</source>
        <translation>La ventana se cierra y los mensajes siguen llegando: WaDesk queda en la bandeja. Se pregunta una sola vez; puedes cambiarlo en Ajustes.</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ámbar</translation>
    </message>
    <message>
        <source>Jade</source>
        <translation>Jade</translation>
    </message>
    <message>
        <source>Raspberry</source>
        <translation>Frambuesa</translation>
    </message>
    <message>
        <source>Petrol</source>
        <translation>Petróleo</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Ciruela</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Ladrillo</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>Musgo</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Grafito</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>Nueva cuenta…</translation>
    </message>
    <message>
        <source>Add number…</source>
        <translation>Agregar número…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Quit WaDesk</source>
        <translation>Salir de WaDesk</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Ir a…</translation>
    </message>
    <message>
        <source>Number board</source>
        <translation>Panel de números</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Siguiente chat</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Chat anterior</translation>
    </message>
    <message>
        <source>Next unread chat in this account</source>
        <translation>Siguiente chat sin leer de esta cuenta</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Siguiente panel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Account {n}</source>
        <translation>Cuenta {n}</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Todos los números</translation>
    </message>
    <message>
        <source>Number {n} of this account</source>
        <translation>Número {n} de esta cuenta</translation>
    </message>
    <message>
        <source>Reconnect number</source>
        <translation>Reconectar número</translation>
    </message>
    <message>
        <source>Pause number</source>
        <translation>Pausar número</translation>
    </message>
    <message>
        <source>Resume number</source>
        <translation>Reanudar número</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>Nuevo chat…</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>Buscar en este chat</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Contact panel</source>
        <translation>Panel del contacto</translation>
    </message>
    <message>
        <source>Switch number…</source>
        <translation>Cambiar de número…</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Adjuntar…</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Reconnect, or a new QR code, on a number&apos;s card</source>
        <translation>Reconectar, o un QR nuevo, en la tarjeta de un número</translation>
    </message>
    <message>
        <source>Send what was written</source>
        <translation>Enviar lo escrito</translation>
    </message>
    <message>
        <source>A new line in what is written</source>
        <translation>Línea nueva en lo que se escribe</translation>
    </message>
    <message>
        <source>Account 1 to 9, in the rail&apos;s order</source>
        <translation>Cuenta 1 a 9, en el orden de la barra</translation>
    </message>
    <message>
        <source>Number 1 to 9 of this account</source>
        <translation>Número 1 a 9 de esta cuenta</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Nothing can be sent from this number</source>
        <translation>No se puede enviar desde este número</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Escribe a {name}</translation>
    </message>
    <message>
        <source>This text is longer than WhatsApp takes in one message. Send it in parts.</source>
        <translation>Este texto es más largo de lo que WhatsApp acepta en un mensaje. Envíalo en partes.</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Chat on</source>
        <translation>Chat en</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details for support</source>
        <translation>Detalles para soporte</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Rename account</source>
        <translation>Cambiar nombre de la cuenta</translation>
    </message>
    <message>
        <source>Rename number</source>
        <translation>Cambiar nombre del número</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nueva cuenta</translation>
    </message>
    <message>
        <source>Create account and connect number</source>
        <translation>Crear cuenta y conectar número</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add number</source>
        <translation>Añadir número</translation>
    </message>
    <message>
        <source>Add and show QR code</source>
        <translation>Añadir y mostrar el QR</translation>
    </message>
    <message>
        <source>Name of the number, such as Counter or Orders</source>
        <translation>Nombre del número, como Mostrador o Pedidos</translation>
    </message>
    <message>
        <source>Name of the number</source>
        <translation>Nombre del número</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nuevo nombre</translation>
    </message>
    <message>
        <source>Remove {slot}?</source>
        <translation>¿Quitar {slot}?</translation>
    </message>
    <message>
        <source>Remove number</source>
        <translation>Quitar número</translation>
    </message>
    <message>
        <source>All chats of this number leave this computer. On the phone nothing changes, except that WaDesk goes from its linked devices. This cannot be undone.</source>
        <translation>Salen de este equipo todos los chats de este número. En el teléfono nada cambia, solo WaDesk sale de Dispositivos vinculados. No se puede deshacer.</translation>
    </message>
    <message>
        <source>To confirm, type the initials: {initials}</source>
        <translation>Para confirmar, escribe las iniciales: {initials}</translation>
    </message>
    <message>
        <source>Log out {slot}?</source>
        <translation>¿Desconectar {slot}?</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>The phone drops it from Linked devices. The chats stay here, and what waits stays in the outbox.</source>
        <translation>El teléfono lo quita de Dispositivos vinculados. Los chats quedan aquí, y lo que espera sigue en la bandeja de salida.</translation>
    </message>
    <message>
        <source>Forget the keys of {slot}?</source>
        <translation>¿Olvidar las claves de {slot}?</translation>
    </message>
    <message>
        <source>Forget keys</source>
        <translation>Olvidar claves</translation>
    </message>
    <message>
        <source>For when connecting does not work any more. The chats and the number stay, and it must be linked again. On the phone, remove the old entry in Linked devices.</source>
        <translation>Para cuando conectar ya no funciona. Los chats y el número quedan, y hay que vincular de nuevo. En el teléfono, quita la entrada vieja en Dispositivos vinculados.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Write a name first.</source>
        <translation>Escribe primero un nombre.</translation>
    </message>
    <message>
        <source>The name is too long. It may have {limit} characters.</source>
        <translation>El nombre es demasiado largo. Puede tener {limit} caracteres.</translation>
    </message>
    <message>
        <source>Initials are two letters or digits.</source>
        <translation>Las iniciales son dos letras o números.</translation>
    </message>
    <message>
        <source>These initials belong to another account. Choose others.</source>
        <translation>Estas iniciales ya son de otra cuenta. Elige otras.</translation>
    </message>
    <message>
        <source>This account already has 10 numbers. Remove one or create another account.</source>
        <translation>Esta cuenta ya tiene 10 números. Quita uno o crea otra cuenta.</translation>
    </message>
    <message>
        <source>That is not here any more.</source>
        <translation>Eso ya no está aquí.</translation>
    </message>
    <message>
        <source>You can read this number but not send from it. Ask an administrator.</source>
        <translation>Puedes leer este número, pero no enviar desde él. Pídelo a un administrador.</translation>
    </message>
    <message>
        <source>This cannot be a phone number. Write it with country and area code.</source>
        <translation>Esto no puede ser un teléfono. Escríbelo con código de país y de área.</translation>
    </message>
    <message>
        <source>This chat belongs to another number. Nothing was sent.</source>
        <translation>Este chat es de otro número. Nada salió.</translation>
    </message>
    <message>
        <source>The number on the bar is not the one this chat leaves from. Nothing was sent.</source>
        <translation>El número de la barra no es el de este chat. Nada salió.</translation>
    </message>
    <message>
        <source>This chat was held from a former number. It can be read, not written.</source>
        <translation>Este chat se tuvo desde un número anterior. Se puede leer, no escribir.</translation>
    </message>
    <message>
        <source>The text is too long. Send it in parts.</source>
        <translation>El texto es demasiado largo. Envíalo en partes.</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>No hay texto para enviar.</translation>
    </message>
    <message>
        <source>This number has no phone linked yet. Connect one first.</source>
        <translation>Este número aún no tiene un teléfono vinculado. Conecta uno primero.</translation>
    </message>
    <message>
        <source>This number is not connected right now. Try again once it is.</source>
        <translation>Este número no está conectado ahora. Inténtalo de nuevo cuando lo esté.</translation>
    </message>
    <message>
        <source>This number has not been started yet. Try again in a moment.</source>
        <translation>Este número todavía no se inició. Inténtalo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Show a QR code first, then ask for the code.</source>
        <translation>Muestra primero un código QR, después pide el código.</translation>
    </message>
    <message>
        <source>A phone is just being linked to this number. Wait a moment.</source>
        <translation>Un teléfono se está vinculando a este número. Espera un momento.</translation>
    </message>
    <message>
        <source>WhatsApp gave no code. Try again, or scan the QR code.</source>
        <translation>WhatsApp no dio un código. Inténtalo de nuevo o escanea el QR.</translation>
    </message>
    <message>
        <source>WhatsApp gives no more codes for now. Scan the QR code, or wait a while.</source>
        <translation>WhatsApp no da más códigos por ahora. Escanea el QR o espera un rato.</translation>
    </message>
    <message>
        <source>WaDesk could not be entered among what starts with the system. Look at the system&apos;s own settings.</source>
        <translation>No se pudo incluir WaDesk en lo que inicia con el sistema. Mira la configuración del sistema.</translation>
    </message>
    <message>
        <source>WhatsApp refused a new device. Remove one in Linked devices.</source>
        <translation>WhatsApp rechazó un dispositivo nuevo. Quita uno en Dispositivos vinculados.</translation>
    </message>
    <message>
        <source>This phone is not on WhatsApp. Check the number.</source>
        <translation>Este teléfono no está en WhatsApp. Revisa el número.</translation>
    </message>
    <message>
        <source>A file of this number could not be erased. Close what uses it, then try again.</source>
        <translation>Un archivo de este número no se pudo borrar. Cierra lo que lo usa e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This number&apos;s engine does not answer. Try again.</source>
        <translation>El motor de este número no responde. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>WaDesk and its engine do not fit together. Install WaDesk again.</source>
        <translation>WaDesk y su motor no encajan. Instala WaDesk de nuevo.</translation>
    </message>
    <message>
        <source>The engine belongs to another network: rehearsal and the real one never mix.</source>
        <translation>El motor es de otra red: ensayo y red real nunca se mezclan.</translation>
    </message>
    <message>
        <source>WaDesk may not open this number&apos;s folder. Allow it, then try again.</source>
        <translation>WaDesk no puede abrir la carpeta de este número. Permítelo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This message is not here any more.</source>
        <translation>Este mensaje ya no está aquí.</translation>
    </message>
    <message>
        <source>This chat is not here any more.</source>
        <translation>Este chat ya no está aquí.</translation>
    </message>
    <message>
        <source>This chat is not here any more. Nothing was sent.</source>
        <translation>Este chat ya no está aquí. Nada salió.</translation>
    </message>
    <message>
        <source>This message has left, or may have. It cannot be deleted here.</source>
        <translation>Este mensaje salió, o pudo haber salido. No se puede eliminar aquí.</translation>
    </message>
    <message>
        <source>There is nothing to decide about this message any more.</source>
        <translation>Ya no hay nada que decidir sobre este mensaje.</translation>
    </message>
    <message>
        <source>This message is not waiting to be sent any more.</source>
        <translation>Este mensaje ya no espera para salir.</translation>
    </message>
    <message>
        <source>A group stays with the number that is in it.</source>
        <translation>Un grupo se queda con el número que está en él.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>El disco está lleno. Libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This account is just starting again. Try in a moment.</source>
        <translation>Esta cuenta se está iniciando de nuevo. Inténtalo en un momento.</translation>
    </message>
    <message>
        <source>This account does not answer. Try in a moment.</source>
        <translation>Esta cuenta no responde. Inténtalo en un momento.</translation>
    </message>
    <message>
        <source>This account keeps stopping. Other accounts go on. Try again.</source>
        <translation>Esta cuenta se detiene una y otra vez. Las otras cuentas siguen. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>WaDesk is closing.</source>
        <translation>WaDesk se está cerrando.</translation>
    </message>
    <message>
        <source>I could not open the system keychain. Unlock it and try again.</source>
        <translation>No pude abrir el llavero del sistema. Desbloquéalo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This system has no keychain that WaDesk can use. The keys can be kept under a passphrase instead.</source>
        <translation>Este sistema no tiene un llavero que WaDesk pueda usar. Las claves pueden guardarse con una contraseña.</translation>
    </message>
    <message>
        <source>The system keychain refused WaDesk&apos;s key. Allow it and try again.</source>
        <translation>El llavero del sistema rechazó la clave de WaDesk. Permítela e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>What the system keychain holds for WaDesk is not one of its keys. Nothing was changed.</source>
        <translation>Lo que el llavero del sistema guarda para WaDesk no es una clave suya. No se cambió nada.</translation>
    </message>
    <message>
        <source>The key of this data is not in the keychain. Without it the data cannot be opened.</source>
        <translation>La clave de estos datos no está en el llavero. Sin ella no se pueden abrir los datos.</translation>
    </message>
    <message>
        <source>This is not the passphrase of this data. Try again.</source>
        <translation>Esta no es la contraseña de estos datos. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Write the passphrase first.</source>
        <translation>Escribe primero la contraseña.</translation>
    </message>
    <message>
        <source>The passphrase vault is damaged. Restore it from a copy.</source>
        <translation>El archivo de claves con contraseña está dañado. Restáuralo desde una copia.</translation>
    </message>
    <message>
        <source>The key does not fit this data. Nothing was changed.</source>
        <translation>La clave no sirve para estos datos. No se cambió nada.</translation>
    </message>
    <message>
        <source>The data is damaged. Restore it from a copy.</source>
        <translation>Los datos están dañados. Restáuralos desde una copia.</translation>
    </message>
    <message>
        <source>A newer WaDesk wrote this data. Install the newest one.</source>
        <translation>Un WaDesk más nuevo guardó estos datos. Instala el más nuevo.</translation>
    </message>
    <message>
        <source>This data belongs to another network: rehearsal and the real one never share a folder.</source>
        <translation>Estos datos son de otra red: el ensayo y la red real nunca comparten carpeta.</translation>
    </message>
    <message>
        <source>WaDesk already works on the folder {folder}.</source>
        <translation>WaDesk ya está usando la carpeta {folder}.</translation>
    </message>
    <message>
        <source>You may not write to the folder {folder}.</source>
        <translation>No puedes escribir en la carpeta {folder}.</translation>
    </message>
    <message>
        <source>{folder} is not a folder.</source>
        <translation>{folder} no es una carpeta.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used.</source>
        <translation>No se puede usar la carpeta {folder}.</translation>
    </message>
    <message>
        <source>The folder {folder} lies inside the program&apos;s own folder. Choose another place for the data.</source>
        <translation>La carpeta {folder} está dentro de la carpeta del programa. Elige otro lugar para los datos.</translation>
    </message>
    <message>
        <source>A file of the data folder is damaged. Restore it from a copy.</source>
        <translation>Un archivo de la carpeta de datos está dañado. Restáuralo desde una copia.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>You can change all this later, in Settings.</source>
        <translation>Puedes cambiar todo esto después, en Ajustes.</translation>
    </message>
    <message>
        <source>Create account and connect number</source>
        <translation>Crear cuenta y conectar número</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Omitir por ahora</translation>
    </message>
    <message>
        <source>I understand, continue</source>
        <translation>Entiendo, continuar</translation>
    </message>
    <message>
        <source>WhatsApp does not authorise third-party programs. Your number can be restricted or banned; WaDesk lowers that risk, it does not remove it.</source>
        <translation>WhatsApp no autoriza programas de terceros. Tu número puede ser restringido o bloqueado; WaDesk reduce ese riesgo, no lo elimina.</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>Step 1 of 2</source>
        <translation>Paso 1 de 2</translation>
    </message>
    <message>
        <source>Account and connection</source>
        <translation>Cuenta y conexión</translation>
    </message>
    <message>
        <source>Create the first account</source>
        <translation>Crea la primera cuenta</translation>
    </message>
    <message>
        <source>How this account connects</source>
        <translation>Cómo se conecta esta cuenta</translation>
    </message>
    <message>
        <source>WaDesk connects the numbers from here, by QR or code. The chats stay on this computer, encrypted.</source>
        <translation>WaDesk conecta los números desde aquí, por QR o código. Los chats quedan en este equipo, cifrados.</translation>
    </message>
    <message>
        <source>Up to 10 numbers per account</source>
        <translation>Hasta 10 números por cuenta</translation>
    </message>
    <message>
        <source>QR or a code of 8 characters</source>
        <translation>QR o código de 8 caracteres</translation>
    </message>
    <message>
        <source>One process per number</source>
        <translation>Un proceso por número</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Many numbers,
each in its place.</source>
        <translation>Muchos números,
cada uno en su lugar.</translation>
    </message>
    <message>
        <source>Make an account for each business you answer for. Then connect its numbers.</source>
        <translation>Crea una cuenta para cada negocio que atiendes. Después, conecta sus números.</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Idioma: {name}</translation>
    </message>
    <message>
        <source>Every number lives apart</source>
        <translation>Cada número vive aparte</translation>
    </message>
    <message>
        <source>A process, a folder and a key of its own for each number.</source>
        <translation>Proceso, carpeta y clave propios para cada número.</translation>
    </message>
    <message>
        <source>You always see where it leaves from</source>
        <translation>Siempre ves desde dónde sale</translation>
    </message>
    <message>
        <source>Number, account and colour stand above every message you type.</source>
        <translation>Número, cuenta y color están sobre cada mensaje que escribes.</translation>
    </message>
    <message>
        <source>Offline, nothing is lost</source>
        <translation>Sin conexión, nada se pierde</translation>
    </message>
    <message>
        <source>The message waits in the outbox of the same number.</source>
        <translation>El mensaje espera en la bandeja de salida del mismo número.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Downloading chats… {n}%, {count} messages. You can work already.</source>
        <translation>Descargando chats… {n}%, {count} mensajes. Ya puedes trabajar.</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Code read. Keep the phone online.</source>
        <translation>Código leído. Mantén el teléfono con internet.</translation>
    </message>
    <message>
        <source>Reconnect this computer. The code comes back by itself.</source>
        <translation>Reconecta este equipo. El código vuelve solo.</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>Sin internet</translation>
    </message>
    <message>
        <source>That phone&apos;s WhatsApp is too old</source>
        <translation>El WhatsApp de ese teléfono es demasiado viejo</translation>
    </message>
    <message>
        <source>Preparing the code…</source>
        <translation>Preparando el código…</translation>
    </message>
    <message>
        <source>Linking did not complete</source>
        <translation>La conexión no se completó</translation>
    </message>
    <message>
        <source>Another number&apos;s phone</source>
        <translation>Teléfono de otro número</translation>
    </message>
    <message>
        <source>Expected {a}; got {b}. The link was undone.</source>
        <translation>Se esperaba {a}; se leyó {b}. Se deshizo la conexión.</translation>
    </message>
    <message>
        <source>Already used elsewhere</source>
        <translation>Ya usado en otra cuenta</translation>
    </message>
    <message>
        <source>Device limit</source>
        <translation>Límite de dispositivos</translation>
    </message>
    <message>
        <source>The code expired</source>
        <translation>El código venció</translation>
    </message>
    <message>
        <source>Make a new one when you have the phone.</source>
        <translation>Genera otro cuando tengas el teléfono.</translation>
    </message>
    <message>
        <source>{number} is {index} {slot}.</source>
        <translation>{number} es {index} {slot}.</translation>
    </message>
    <message>
        <source>Downloading chats: {n}%.</source>
        <translation>Descargando chats: {n}%.</translation>
    </message>
    <message>
        <source>WhatsApp asks for a passkey</source>
        <translation>WhatsApp pide una llave de acceso</translation>
    </message>
    <message>
        <source>expected {number}</source>
        <translation>esperado {number}</translation>
    </message>
    <message>
        <source>QR code for {name}, account {account}. New code in {s} seconds</source>
        <translation>Código QR de {name}, cuenta {account}. Nuevo código en {s} segundos</translation>
    </message>
    <message>
        <source>New code in {s} s</source>
        <translation>Nuevo código en {s} s</translation>
    </message>
    <message>
        <source>Chats to bring along</source>
        <translation>Chats que traer</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Only what is written from now on.</source>
        <translation>Solo lo que se escriba desde ahora.</translation>
    </message>
    <message>
        <source>The last months, as far as the phone offers them. You can work meanwhile.</source>
        <translation>Los últimos meses, hasta donde el teléfono los ofrezca. Puedes trabajar mientras tanto.</translation>
    </message>
    <message>
        <source>All that the phone offers. It may take hours; you can work meanwhile.</source>
        <translation>Todo lo que el teléfono ofrezca. Puede tardar horas; puedes trabajar mientras tanto.</translation>
    </message>
    <message>
        <source>Make a new code now</source>
        <translation>Generar otro código ahora</translation>
    </message>
    <message>
        <source>Code {n} of {of}. After that, the screen waits for you.</source>
        <translation>Código {n} de {of}. Después, la pantalla te espera.</translation>
    </message>
    <message>
        <source>New code on the screen</source>
        <translation>Código nuevo en la pantalla</translation>
    </message>
    <message>
        <source>The menu looks different?</source>
        <translation>¿El menú se ve distinto?</translation>
    </message>
    <message>
        <source>Scan with the phone of {slot}</source>
        <translation>Escanea con el teléfono de {slot}</translation>
    </message>
    <message>
        <source>Use the phone of number {number}.</source>
        <translation>Usa el teléfono del número {number}.</translation>
    </message>
    <message>
        <source>Use the phone of the number that will answer here.</source>
        <translation>Usa el teléfono del número que atenderá desde aquí.</translation>
    </message>
    <message>
        <source>Open &lt;b&gt;WhatsApp&lt;/b&gt; on the phone</source>
        <translation>Abre &lt;b&gt;WhatsApp&lt;/b&gt; en el teléfono</translation>
    </message>
    <message>
        <source>Tap &lt;b&gt;Linked devices&lt;/b&gt;</source>
        <translation>Toca &lt;b&gt;Dispositivos vinculados&lt;/b&gt;</translation>
    </message>
    <message>
        <source>On Android: the ⋮ menu. On iPhone: Settings.</source>
        <translation>En Android: menú ⋮. En iPhone: Configuración.</translation>
    </message>
    <message>
        <source>Tap &lt;b&gt;Link a device&lt;/b&gt;</source>
        <translation>Toca &lt;b&gt;Vincular un dispositivo&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Point the camera at the code on this screen.</source>
        <translation>Apunta la cámara al código de esta pantalla.</translation>
    </message>
    <message>
        <source>On older phones: &lt;b&gt;Linked devices&lt;/b&gt;, &lt;b&gt;Link a device&lt;/b&gt;, or &lt;b&gt;WhatsApp Web&lt;/b&gt;.</source>
        <translation>En teléfonos más antiguos: &lt;b&gt;Dispositivos vinculados&lt;/b&gt;, &lt;b&gt;Vincular un dispositivo&lt;/b&gt;, o &lt;b&gt;WhatsApp Web&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Volver al panel</translation>
    </message>
    <message>
        <source>Connect later</source>
        <translation>Conectar después</translation>
    </message>
    <message>
        <source>Connect number</source>
        <translation>Conectar número</translation>
    </message>
    <message>
        <source>On the phone it is listed as “{name}”.</source>
        <translation>En el teléfono aparece como “{name}”.</translation>
    </message>
    <message>
        <source>This number gets a process, folder and key of its own. No other account uses its session.</source>
        <translation>Este número tendrá proceso, carpeta y clave propios. Ninguna otra cuenta usa su sesión.</translation>
    </message>
    <message>
        <source>Downloading chats</source>
        <translation>Descargando chats</translation>
    </message>
    <message>
        <source>code {a}, {b}</source>
        <translation>código {a}, {b}</translation>
    </message>
    <message>
        <source>Number of the phone</source>
        <translation>Número del teléfono</translation>
    </message>
    <message>
        <source>Ask for code</source>
        <translation>Pedir código</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Otro código</translation>
    </message>
    <message>
        <source>The code ran out.</source>
        <translation>El código venció.</translation>
    </message>
    <message>
        <source>Valid for {t}</source>
        <translation>Vale por {t} más</translation>
    </message>
    <message>
        <source>Write the number first, with country and area code.</source>
        <translation>Escribe primero el número, con país y código de área.</translation>
    </message>
    <message>
        <source>Pairing code ready: {code}</source>
        <translation>Código de vinculación listo: {code}</translation>
    </message>
    <message>
        <source>Link with phone number instead</source>
        <translation>Vincular con el número de teléfono</translation>
    </message>
    <message>
        <source>No camera? On the phone, choose &lt;b&gt;Link with phone number instead&lt;/b&gt; and type the code below.</source>
        <translation>¿Sin cámara? En el teléfono, elige &lt;b&gt;Vincular con el número de teléfono&lt;/b&gt; y escribe el código de abajo.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Otro código</translation>
    </message>
    <message>
        <source>On the phone of &lt;b&gt;{slot}&lt;/b&gt;, open WhatsApp</source>
        <translation>En el teléfono &lt;b&gt;{slot}&lt;/b&gt;, abre WhatsApp</translation>
    </message>
    <message>
        <source>Tap &lt;b&gt;Link a device&lt;/b&gt; and point</source>
        <translation>Toca &lt;b&gt;Vincular un dispositivo&lt;/b&gt; y apunta</translation>
    </message>
    <message>
        <source>Code {n} of {of}</source>
        <translation>Código {n} de {of}</translation>
    </message>
    <message>
        <source>Use code</source>
        <translation>Usar código</translation>
    </message>
    <message>
        <source>View larger</source>
        <translation>Ver más grande</translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 número</translation>
    </message>
    <message>
        <source>{n} numbers</source>
        <translation>{n} números</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Borrar búsqueda</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
</context>
<context>
    <name>ListEmpty</name>
    <message>
        <source>Search in all accounts</source>
        <translation>Buscar en todas</translation>
    </message>
    <message>
        <source>Nothing with &quot;{q}&quot;</source>
        <translation>Nada con “{q}”</translation>
    </message>
    <message>
        <source>I looked only in {account}.</source>
        <translation>Busqué solo en {account}.</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>Todo leído</translation>
    </message>
    <message>
        <source>New messages show here until somebody reads them.</source>
        <translation>Los mensajes nuevos quedan aquí hasta que alguien los lea.</translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>Bandeja de salida vacía</translation>
    </message>
    <message>
        <source>No message is waiting for a connection.</source>
        <translation>Ningún mensaje espera conexión.</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Aún no hay chats</translation>
    </message>
    <message>
        <source>They appear here as soon as somebody writes.</source>
        <translation>Aparecen aquí en cuanto alguien escriba.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Add number…</source>
        <translation>Añadir número…</translation>
    </message>
    <message>
        <source>Rename account…</source>
        <translation>Cambiar nombre de la cuenta…</translation>
    </message>
    <message>
        <source>Open chats</source>
        <translation>Abrir chats</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconectar</translation>
    </message>
    <message>
        <source>Connect later</source>
        <translation>Conectar después</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Log out…</source>
        <translation>Desconectar…</translation>
    </message>
    <message>
        <source>Forget keys…</source>
        <translation>Olvidar claves…</translation>
    </message>
    <message>
        <source>Remove number…</source>
        <translation>Quitar número…</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Sticker</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Live location</source>
        <translation>Ubicación en tiempo real</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Encuesta</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>Edited message</source>
        <translation>Mensaje editado</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Mensaje eliminado</translation>
    </message>
    <message>
        <source>View-once message. Open it on the phone.</source>
        <translation>Mensaje de visualización única. Ábrelo en el teléfono.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Waiting for this message. You can read it on the phone.</source>
        <translation>Esperando este mensaje. Puedes leerlo en el teléfono.</translation>
    </message>
    <message>
        <source>A message of a kind that is not shown here yet. See the phone.</source>
        <translation>Un mensaje de un tipo que aún no se muestra aquí. Míralo en el teléfono.</translation>
    </message>
    <message>
        <source>this phone is not on WhatsApp</source>
        <translation>este teléfono no está en WhatsApp</translation>
    </message>
    <message>
        <source>WhatsApp refused it</source>
        <translation>WhatsApp lo rechazó</translation>
    </message>
    <message>
        <source>this number is not in the group any more</source>
        <translation>este número ya no está en el grupo</translation>
    </message>
    <message>
        <source>no answer from the server</source>
        <translation>sin respuesta del servidor</translation>
    </message>
    <message>
        <source>it waited too long</source>
        <translation>esperó demasiado</translation>
    </message>
    <message>
        <source>another number is linked here now</source>
        <translation>ahora hay otro número vinculado aquí</translation>
    </message>
    <message>
        <source>it kept stopping this number</source>
        <translation>hacía que este número se detuviera</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Queued in {slot}. Leaves once this number works again.</source>
        <translation>En cola de {slot}. Sale cuando este número vuelva.</translation>
    </message>
    <message>
        <source>Queued in {slot}. Leaves once reconnected.</source>
        <translation>En cola de {slot}. Sale al reconectar.</translation>
    </message>
    <message>
        <source>Not sent: {reason}.</source>
        <translation>No enviado: {reason}.</translation>
    </message>
    <message>
        <source>Not sent ({code}).</source>
        <translation>No enviado ({code}).</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>No enviado.</translation>
    </message>
    <message>
        <source>You, {time}: {text}. {state}</source>
        <translation>Tú, {time}: {text}. {state}</translation>
    </message>
    <message>
        <source>{name}, {time}: {text}</source>
        <translation>{name}, {time}: {text}</translation>
    </message>
    <message>
        <source>not sent, Enter to try again</source>
        <translation>no enviado, Enter para reintentar</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>1 unread message</source>
        <translation>1 mensaje sin leer</translation>
    </message>
    <message>
        <source>{n} unread messages</source>
        <translation>{n} mensajes sin leer</translation>
    </message>
</context>
<context>
    <name>NewChat</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Open chat</source>
        <translation>Abrir chat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>To the number</source>
        <translation>Al número</translation>
    </message>
    <message>
        <source>+55 11 91234-5678</source>
        <translation>+55 11 91234-5678</translation>
    </message>
    <message>
        <source>On WhatsApp this number is {number}. Open this chat?</source>
        <translation>En WhatsApp este número es {number}. ¿Abrir este chat?</translation>
    </message>
    <message>
        <source>This phone is not on WhatsApp. Check the number.</source>
        <translation>Este teléfono no está en WhatsApp. Revisa el número.</translation>
    </message>
    <message>
        <source>Sending from</source>
        <translation>Enviando desde</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>{n} new messages</source>
        <translation>{n} mensajes nuevos</translation>
    </message>
    <message>
        <source>{n} new messages in {m} chats</source>
        <translation>{n} mensajes nuevos en {m} chats</translation>
    </message>
    <message>
        <source>{n} numbers need you</source>
        <translation>{n} números te necesitan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>NumberFilter</name>
    <message>
        <source>All numbers</source>
        <translation>Todos los números</translation>
    </message>
    <message>
        <source>Number shown: {number}</source>
        <translation>Número mostrado: {number}</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Numbers of {account}</source>
        <translation>Números de {account}</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>sin número aún</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Todos los números</translation>
    </message>
    <message>
        <source>this chat</source>
        <translation>chat actual</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>1 unread</source>
        <translation>1 sin leer</translation>
    </message>
    <message>
        <source>{n} unread</source>
        <translation>{n} sin leer</translation>
    </message>
    <message>
        <source>number {index} {name}</source>
        <translation>número {index} {name}</translation>
    </message>
    <message>
        <source>Number board</source>
        <translation>Panel de números</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Ir a…</translation>
    </message>
    <message>
        <source>1 waiting for QR</source>
        <translation>1 espera el QR</translation>
    </message>
    <message>
        <source>{n} waiting for QR</source>
        <translation>{n} esperan el QR</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nueva cuenta</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Poner en cola</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Numbers of other accounts are not shown here.</source>
        <translation>Los números de otras cuentas no aparecen aquí.</translation>
    </message>
    <message>
        <source>Sending from</source>
        <translation>Enviando desde</translation>
    </message>
    <message>
        <source>Will leave from</source>
        <translation>Saldrá desde</translation>
    </message>
    <message>
        <source>Try {n}, in {s} s</source>
        <translation>Intento {n}, en {s} s</translation>
    </message>
    <message>
        <source>Try {n}</source>
        <translation>Intento {n}</translation>
    </message>
    <message>
        <source>Will leave from {number} once reconnected. Now: {state}</source>
        <translation>Saldrá desde {number} al reconectar. Ahora: {state}</translation>
    </message>
    <message>
        <source>Sending from {number}, {index} {name}, account {account}, {state}</source>
        <translation>Enviando desde {number}, {index} {name}, cuenta {account}, {state}</translation>
    </message>
    <message>
        <source>You now send from {number}, {name}, account {account}</source>
        <translation>Ahora envías desde {number}, {name}, cuenta {account}</translation>
    </message>
    <message>
        <source>Connecting. The message waits in the outbox and leaves right after.</source>
        <translation>Conectando. El mensaje espera en la bandeja de salida y sale enseguida.</translation>
    </message>
    <message>
        <source>No connection. The message waits in this number&apos;s outbox.</source>
        <translation>Sin conexión. El mensaje espera en la bandeja de salida de este número.</translation>
    </message>
    <message>
        <source>WhatsApp banned this number. Nothing leaves from it.</source>
        <translation>WhatsApp bloqueó este número. Nada sale por él.</translation>
    </message>
    <message>
        <source>Send from another number…</source>
        <translation>Enviar desde otro número…</translation>
    </message>
    <message>
        <source>Another number…</source>
        <translation>Otro número…</translation>
    </message>
    <message>
        <source>{contact} has always talked to {slot}. Here they see another number.</source>
        <translation>{contact} siempre habló con {slot}. Desde aquí ve otro número.</translation>
    </message>
    <message>
        <source>Back to {slot}</source>
        <translation>Volver a {slot}</translation>
    </message>
    <message>
        <source>Nothing can be sent in this chat.</source>
        <translation>No se puede enviar en este chat.</translation>
    </message>
    <message>
        <source>This chat was held from {number}, which is not linked here any more.</source>
        <translation>Este chat se tuvo desde {number}, que ya no está vinculado aquí.</translation>
    </message>
    <message>
        <source>The phone ended the session. The message waits until you connect.</source>
        <translation>El teléfono cerró la sesión. El mensaje espera hasta que conectes.</translation>
    </message>
    <message>
        <source>This number is not connected yet. The message waits until its QR is scanned.</source>
        <translation>Este número aún no está conectado. El mensaje espera hasta que se escanee el QR.</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Switch number</source>
        <translation>Cambiar número</translation>
    </message>
    <message>
        <source>Send from another number?</source>
        <translation>¿Enviar desde otro número?</translation>
    </message>
    <message>
        <source>Open chat in {slot}</source>
        <translation>Abrir chat en {slot}</translation>
    </message>
    <message>
        <source>Stay on {slot}</source>
        <translation>Quedarme en {slot}</translation>
    </message>
    <message>
        <source>no chat yet</source>
        <translation>ningún chat todavía</translation>
    </message>
    <message>
        <source>{contact} will receive from {number}, in a new chat. This one stays.</source>
        <translation>{contact} recibirá desde {number}, en un chat nuevo. Este sigue aquí.</translation>
    </message>
    <message>
        <source>{contact} will receive from {number}, in the chat there. This one stays.</source>
        <translation>{contact} recibirá desde {number}, en el chat que ya existe allí. Este sigue aquí.</translation>
    </message>
    <message>
        <source>1 message to {name}</source>
        <translation>1 mensaje para {name}</translation>
    </message>
    <message>
        <source>{n} messages to {name}</source>
        <translation>{n} mensajes para {name}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Colour of {account}: {colour}</source>
        <translation>Color de {account}: {colour}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public Licence, version 3 or later.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Versions of WaDesk and of this system. No names, no numbers, no messages.</source>
        <translation>Versiones de WaDesk y de este sistema. Sin nombres, números ni mensajes.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Everything grows together, without cutting numbers or names.</source>
        <translation>Todo crece junto, sin cortar números ni nombres.</translation>
    </message>
    <message>
        <source>List density</source>
        <translation>Densidad de la lista</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Amplia</translation>
    </message>
    <message>
        <source>Write the state beside the ticks</source>
        <translation>Escribir el estado junto a los tics</translation>
    </message>
    <message>
        <source>Says Sent, Delivered or Read on every message, not only the last.</source>
        <translation>Muestra Enviado, Entregado o Leído en cada mensaje, no solo en el último.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Stronger edges and darker second lines.</source>
        <translation>Bordes más fuertes y textos secundarios más oscuros.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reducir movimiento</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reducido</translation>
    </message>
    <message>
        <source>Not reduced</source>
        <translation>Sin reducir</translation>
    </message>
    <message>
        <source>Nothing slides or turns. Follows the system until you change it here.</source>
        <translation>Sin deslizar ni girar. Sigue al sistema hasta que lo cambies aquí.</translation>
    </message>
    <message>
        <source>Colours of the accounts</source>
        <translation>Colores de las cuentas</translation>
    </message>
    <message>
        <source>Language of WaDesk</source>
        <translation>Idioma de WaDesk</translation>
    </message>
    <message>
        <source>Dates, times and numbers follow it.</source>
        <translation>Fechas, horas y números siguen el idioma.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horario de silencio</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Mensajes nuevos</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Say on the desktop when a message arrives: account and number named.</source>
        <translation>Avisa en el escritorio cuando llega un mensaje, con la cuenta y el número.</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Mostrar el texto</translation>
    </message>
    <message>
        <source>Off: only who wrote, and to which number.</source>
        <translation>Desactivado: solo quién escribió y a qué número.</translation>
    </message>
    <message>
        <source>Nothing is announced between these hours. Messages still arrive.</source>
        <translation>Nada se anuncia entre esas horas. Los mensajes siguen llegando.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Al cerrar la ventana</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>Mantener en la bandeja</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>In the tray, messages go on arriving and leaving.</source>
        <translation>En la bandeja, los mensajes siguen llegando y saliendo.</translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation>Iniciar con el sistema</translation>
    </message>
    <message>
        <source>Hidden, with its sign in the tray.</source>
        <translation>Oculto, con su señal en la bandeja.</translation>
    </message>
    <message>
        <source>Notifications of {number}, {account}</source>
        <translation>Notificaciones de {number}, {account}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Only for you, on this computer.</source>
        <translation>Solo para ti, en este equipo.</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Apariencia e idioma</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>All keys that work now.</source>
        <translation>Todas las teclas que funcionan ahora.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source> to </source>
        <translation> a </translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Waiting for QR. Scan it with this number&apos;s phone.</source>
        <translation>Espera el QR. Escanéalo con el teléfono de este número.</translation>
    </message>
    <message>
        <source>Connecting… Keep the phone online.</source>
        <translation>Conectando… Mantén el teléfono con internet.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Connected, but the phone has not been heard from. Open WhatsApp on it.</source>
        <translation>Conectado, pero sin noticias del teléfono. Abre WhatsApp en él.</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>Paused. Nothing leaves until resumed.</source>
        <translation>En pausa. Nada sale hasta reanudar.</translation>
    </message>
    <message>
        <source>The phone ended the session. Connect again.</source>
        <translation>El teléfono cerró la sesión. Conéctalo de nuevo.</translation>
    </message>
    <message>
        <source>This number was opened in another place. Connect again to use it here.</source>
        <translation>Este número se abrió en otro lugar. Conéctalo de nuevo para usarlo aquí.</translation>
    </message>
    <message>
        <source>WhatsApp limited this number. Messages wait.</source>
        <translation>WhatsApp limitó este número. Los mensajes esperan.</translation>
    </message>
    <message>
        <source>WhatsApp banned this number. Ask for a review on the phone.</source>
        <translation>WhatsApp bloqueó este número. Pide una revisión en el teléfono.</translation>
    </message>
    <message>
        <source>This WaDesk is too old for WhatsApp. Install the newest one.</source>
        <translation>Este WaDesk es demasiado antiguo para WhatsApp. Instala el más nuevo.</translation>
    </message>
    <message>
        <source>WhatsApp asks this number for a passkey, and that cannot be answered here. There are other ways.</source>
        <translation>WhatsApp pide una llave de acceso (passkey) para este número, y desde aquí no se puede responder. Hay otros caminos.</translation>
    </message>
    <message>
        <source>Something stopped on this number. Other accounts go on. Try again.</source>
        <translation>Algo se detuvo en este número. Las otras cuentas siguen. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The code expired. Make a new one when you have the phone.</source>
        <translation>El código venció. Genera otro cuando tengas el teléfono.</translation>
    </message>
    <message>
        <source>This number is in an account you cannot see. Talk to an administrator.</source>
        <translation>Este número está en una cuenta que no ves. Habla con un administrador.</translation>
    </message>
    <message>
        <source>WhatsApp refused a new device. Remove one in Linked devices.</source>
        <translation>WhatsApp rechazó un dispositivo nuevo. Quita uno en Dispositivos vinculados.</translation>
    </message>
    <message>
        <source>WhatsApp refused this link. Wait a moment, then make a new code.</source>
        <translation>WhatsApp rechazó esta vinculación. Espera un momento y genera otro código.</translation>
    </message>
    <message>
        <source>The code was read, but linking did not complete. Try again.</source>
        <translation>El código se leyó, pero la conexión no se completó. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Not connected yet. Connect when you have the phone.</source>
        <translation>Todavía no está conectado. Conéctalo cuando tengas el teléfono.</translation>
    </message>
    <message>
        <source>No internet, so no code came. Try again once it is back.</source>
        <translation>Sin internet, el código no llegó. Inténtalo de nuevo cuando vuelva.</translation>
    </message>
    <message>
        <source>WhatsApp did not answer. Try again.</source>
        <translation>WhatsApp no respondió. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The WhatsApp on that phone is too old for linked devices. Update it, then scan again.</source>
        <translation>El WhatsApp de ese teléfono es demasiado viejo para dispositivos vinculados. Actualízalo y escanea de nuevo.</translation>
    </message>
    <message>
        <source>Code read. Keep the phone online.</source>
        <translation>Código leído. Mantén el teléfono con internet.</translation>
    </message>
    <message>
        <source>Code read, but WhatsApp went silent. It is being tried again by itself. Keep the phone online.</source>
        <translation>Código leído, pero WhatsApp quedó en silencio. Se está intentando de nuevo solo. Mantén el teléfono con internet.</translation>
    </message>
    <message>
        <source>Logged out from here. Connect again to use this number.</source>
        <translation>Desconectado desde aquí. Conéctalo de nuevo para usar este número.</translation>
    </message>
    <message>
        <source>WhatsApp ended the session: the main phone is gone. Look at the phone, then connect again.</source>
        <translation>WhatsApp cerró la sesión: el teléfono principal ya no existe. Revisa el teléfono y conéctalo de nuevo.</translation>
    </message>
    <message>
        <source>WhatsApp locked this account. Open WhatsApp on the phone and follow what it says.</source>
        <translation>WhatsApp bloqueó esta cuenta. Abre WhatsApp en el teléfono y sigue lo que dice.</translation>
    </message>
    <message>
        <source>Another program keeps taking this number over. Close it, then connect again.</source>
        <translation>Otro programa sigue tomando este número. Ciérralo y conéctalo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; this number then goes on by itself.</source>
        <translation>El disco está lleno. Libera espacio; este número sigue solo.</translation>
    </message>
    <message>
        <source>This number&apos;s own keys are damaged. Remove it and add it again.</source>
        <translation>Las claves de este número están dañadas. Quítalo y añádelo de nuevo.</translation>
    </message>
    <message>
        <source>A part of WaDesk is missing: its engine. A virus scanner may have taken it. Install WaDesk again.</source>
        <translation>Falta una parte de WaDesk: su motor. El antivirus puede haberlo quitado. Instala WaDesk de nuevo.</translation>
    </message>
    <message>
        <source>This computer does not let WaDesk&apos;s engine start. Allow it in the virus scanner, then try again.</source>
        <translation>Este equipo no deja iniciar el motor de WaDesk. Permítelo en el antivirus e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>No internet. The code comes back by itself.</source>
        <translation>Sin internet. El código vuelve solo.</translation>
    </message>
    <message>
        <source>No internet. Messages wait in the outbox and leave when it is back.</source>
        <translation>Sin internet. Los mensajes esperan en la bandeja de salida y salen cuando vuelva.</translation>
    </message>
    <message>
        <source>This number stopped and is starting again by itself. Other numbers go on.</source>
        <translation>Este número se detuvo y está volviendo solo. Los otros números siguen.</translation>
    </message>
    <message>
        <source>This number keeps stopping. Other accounts go on. Try again.</source>
        <translation>Este número se detiene una y otra vez. Las otras cuentas siguen. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Another program is using the folder of {slot}. Close it and try again.</source>
        <translation>Otro programa usa la carpeta de {slot}. Ciérralo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>this number</source>
        <translation>este número</translation>
    </message>
    <message>
        <source>Details for support: {code}</source>
        <translation>Detalles para soporte: {code}</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>Sin internet</translation>
    </message>
    <message>
        <source>Reconnecting · try {n}</source>
        <translation>Reconectando · intento {n}</translation>
    </message>
    <message>
        <source>Phone silent for {t}</source>
        <translation>Teléfono sin señal hace {t}</translation>
    </message>
    <message>
        <source>Phone silent</source>
        <translation>Teléfono sin señal</translation>
    </message>
    <message>
        <source>Paused by {who}</source>
        <translation>En pausa por {who}</translation>
    </message>
    <message>
        <source>Restricted until {time}</source>
        <translation>Restringido hasta {time}</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Intentando de nuevo…</translation>
    </message>
    <message>
        <source>Logged out by the phone</source>
        <translation>Desconectado por el teléfono</translation>
    </message>
    <message>
        <source>Locked by WhatsApp</source>
        <translation>Bloqueado por WhatsApp</translation>
    </message>
    <message>
        <source>Main phone gone</source>
        <translation>Falta el teléfono principal</translation>
    </message>
    <message>
        <source>Opened in another place</source>
        <translation>Abierto en otro lugar</translation>
    </message>
    <message>
        <source>WaDesk is too old</source>
        <translation>WaDesk demasiado viejo</translation>
    </message>
    <message>
        <source>Asks for a passkey</source>
        <translation>Pide llave de acceso</translation>
    </message>
    <message>
        <source>Engine missing</source>
        <translation>Falta el motor</translation>
    </message>
    <message>
        <source>Engine blocked</source>
        <translation>Motor bloqueado</translation>
    </message>
    <message>
        <source>Another number&apos;s phone. Expected {a}; got {b}. The link was undone.</source>
        <translation>Teléfono de otro número. Se esperaba {a}; se leyó {b}. Se deshizo la conexión.</translation>
    </message>
    <message>
        <source>The keys on disk are of another number. Expected {a}; found {b}. Nothing left.</source>
        <translation>Las claves en disco son de otro número. Se esperaba {a}; se encontró {b}. Nada salió.</translation>
    </message>
    <message>
        <source>This number is already {slot} of {account}. A number stays in one account.</source>
        <translation>Este número ya es {slot} de {account}. Un número queda en una sola cuenta.</translation>
    </message>
    <message>
        <source>Connected · synced {t}</source>
        <translation>Conectado · sinc. {t}</translation>
    </message>
    <message>
        <source>The phone was last heard {t} ago. Open WhatsApp on it: after 14 days it unlinks.</source>
        <translation>El teléfono no da señal hace {t}. Abre WhatsApp en él: después de 14 días se desvincula.</translation>
    </message>
    <message>
        <source>Paused by {who}. Nothing leaves until resumed.</source>
        <translation>En pausa por {who}. Nada sale hasta reanudar.</translation>
    </message>
    <message>
        <source>WhatsApp limited this number until {h}. Messages wait.</source>
        <translation>WhatsApp limitó este número hasta las {h}. Los mensajes esperan.</translation>
    </message>
    <message>
        <source>The phone ended the session on {day}. Connect again.</source>
        <translation>El teléfono cerró la sesión el {day}. Conéctalo de nuevo.</translation>
    </message>
    <message>
        <source>The phone ended the session at {h}. Connect again.</source>
        <translation>El teléfono cerró la sesión a las {h}. Conéctalo de nuevo.</translation>
    </message>
    <message>
        <source>Reconnecting · try {n}, in {s} s</source>
        <translation>Reconectando · intento {n}, en {s} s</translation>
    </message>
    <message>
        <source>you</source>
        <translation>ti</translation>
    </message>
    <message>
        <source>Waiting for QR</source>
        <translation>Espera el QR</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Restringido</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>{n} waits for QR</source>
        <translation>{n} espera el QR</translation>
    </message>
    <message>
        <source>{n} wait for QR</source>
        <translation>{n} esperan el QR</translation>
    </message>
    <message>
        <source>{n} connecting</source>
        <translation>{n} conectando</translation>
    </message>
    <message>
        <source>1 connected</source>
        <translation>1 conectado</translation>
    </message>
    <message>
        <source>{n} connected</source>
        <translation>{n} conectados</translation>
    </message>
    <message>
        <source>{n} reconnecting</source>
        <translation>{n} reconectando</translation>
    </message>
    <message>
        <source>1 logged out</source>
        <translation>1 desconectado</translation>
    </message>
    <message>
        <source>{n} logged out</source>
        <translation>{n} desconectados</translation>
    </message>
    <message>
        <source>{n} paused</source>
        <translation>{n} en pausa</translation>
    </message>
    <message>
        <source>{n} restricted</source>
        <translation>{n} con restricción</translation>
    </message>
    <message>
        <source>1 banned</source>
        <translation>1 bloqueado</translation>
    </message>
    <message>
        <source>{n} banned</source>
        <translation>{n} bloqueados</translation>
    </message>
    <message>
        <source>{n} with an error</source>
        <translation>{n} con error</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>ningún número todavía</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Conectar de nuevo</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Generar otro código</translation>
    </message>
    <message>
        <source>Scan another phone</source>
        <translation>Leer otro teléfono</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Ver código</translation>
    </message>
    <message>
        <source>Open chats</source>
        <translation>Abrir chats</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Use here again</source>
        <translation>Usar aquí de nuevo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Show number</source>
        <translation>Ver número</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>aún sin número</translation>
    </message>
    <message>
        <source>{account} · “{text}”</source>
        <translation>{account} · “{text}”</translation>
    </message>
    <message>
        <source>Go to a number, a chat or an action</source>
        <translation>Ir a un número, un chat o una acción</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Ir a…</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>numbers only</source>
        <translation>solo números</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Nothing with “{q}”.</source>
        <translation>Nada con “{q}”.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrados</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>{n} day</source>
        <translation>{n} día</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} días</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{t} ago</source>
        <translation>hace {t}</translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Not certain it arrived</source>
        <translation>No sabemos si llegó</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>{n} unread message</source>
        <translation>{n} mensaje sin leer</translation>
    </message>
    <message>
        <source>{n} unread messages</source>
        <translation>{n} mensajes sin leer</translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>Nada sin leer</translation>
    </message>
    <message>
        <source>Open WaDesk</source>
        <translation>Abrir WaDesk</translation>
    </message>
    <message>
        <source>Quit WaDesk</source>
        <translation>Salir de WaDesk</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Use a passphrase instead</source>
        <translation>Usar una contraseña</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>WaDesk could not be opened</source>
        <translation>No pude abrir WaDesk</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Elige una contraseña</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>The keys of your data will be kept in a file under this passphrase. WaDesk asks for it at every start. Without it the data cannot be opened.</source>
        <translation>Las claves de tus datos se guardan en un archivo con esta contraseña. WaDesk la pide al abrir. Sin ella no se pueden abrir los datos.</translation>
    </message>
    <message>
        <source>The keys of this data are kept under a passphrase.</source>
        <translation>Las claves de estos datos están guardadas con una contraseña.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Las dos contraseñas son diferentes.</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma contraseña otra vez</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Something went wrong inside WaDesk. Its log says what.</source>
        <translation>Algo salió mal dentro de WaDesk. Su registro dice qué.</translation>
    </message>
    <message>
        <source>First account</source>
        <translation>Primera cuenta</translation>
    </message>
    <message>
        <source>Connect {slot}</source>
        <translation>Conectar {slot}</translation>
    </message>
    <message>
        <source>Rehearsal network: nothing leaves this computer</source>
        <translation>Red de ensayo: nada sale de este equipo</translation>
    </message>
</context>
</TS>
