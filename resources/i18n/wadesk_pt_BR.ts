<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>Account name</source>
        <translation>Nome da conta</translation>
    </message>
    <message>
        <source>Sending from +55 …</source>
        <translation>Enviando de +55 …</translation>
    </message>
    <message>
        <source>Name of the business or client</source>
        <translation>Nome do negócio ou cliente</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Iniciais</translation>
    </message>
    <message>
        <source>Colour · {name}</source>
        <translation>Cor · {name}</translation>
    </message>
    <message>
        <source>Already used by {account}.</source>
        <translation>Já usada em {account}.</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Como vai aparecer</translation>
    </message>
    <message>
        <source>The initials go with the colour everywhere and are this account&apos;s alone.</source>
        <translation>As iniciais acompanham a cor em toda parte e são só desta conta.</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Wait. The limit ends by itself, and what waits leaves then.</source>
        <translation>Espere. O limite acaba sozinho, e o que espera sai em seguida.</translation>
    </message>
    <message>
        <source>Do not write to people who do not know this number: that is what is limited.</source>
        <translation>Não escreva para quem não conhece este número: é isso que está limitado.</translation>
    </message>
    <message>
        <source>For urgent answers, write from another number of this account.</source>
        <translation>Para respostas urgentes, escreva por outro número desta conta.</translation>
    </message>
    <message>
        <source>Open WhatsApp on the phone of this number and ask for a review there.</source>
        <translation>Abra o WhatsApp no celular deste número e peça a revisão por lá.</translation>
    </message>
    <message>
        <source>The chats stay here and can be read. Nothing leaves from this number.</source>
        <translation>As conversas ficam aqui e podem ser lidas. Nada sai por este número.</translation>
    </message>
    <message>
        <source>Once WhatsApp gives the number back, connect it again here.</source>
        <translation>Quando o WhatsApp devolver o número, conecte-o de novo aqui.</translation>
    </message>
    <message>
        <source>Install the newest WaDesk over this one. Chats and numbers stay.</source>
        <translation>Instale o WaDesk mais novo por cima deste. As conversas e os números ficam.</translation>
    </message>
    <message>
        <source>Until then messages wait in the outbox, and the phone goes on as usual.</source>
        <translation>Até lá, as mensagens esperam na caixa de saída, e o celular segue normal.</translation>
    </message>
    <message>
        <source>Another program took this number&apos;s place with the same session.</source>
        <translation>Outro programa tomou o lugar deste número com a mesma sessão.</translation>
    </message>
    <message>
        <source>Close it first, or the two will take the number from each other.</source>
        <translation>Feche-o antes, ou os dois vão tirar o número um do outro.</translation>
    </message>
    <message>
        <source>Then use the number here again.</source>
        <translation>Depois, use o número aqui de novo.</translation>
    </message>
    <message>
        <source>Open WhatsApp on the phone of this number. It says why it is locked, and for how long.</source>
        <translation>Abra o WhatsApp no celular deste número. Ele diz por que está travado e por quanto tempo.</translation>
    </message>
    <message>
        <source>Follow its steps there. WaDesk cannot do it for you.</source>
        <translation>Siga os passos dele por lá. O WaDesk não pode fazer isso por você.</translation>
    </message>
    <message>
        <source>Once WhatsApp works on the phone, connect this number again.</source>
        <translation>Quando o WhatsApp funcionar no celular, conecte este número de novo.</translation>
    </message>
    <message>
        <source>See whether WhatsApp still works on the phone of this number.</source>
        <translation>Veja se o WhatsApp ainda funciona no celular deste número.</translation>
    </message>
    <message>
        <source>If the number moved to another phone, connect again with that one.</source>
        <translation>Se o número mudou de celular, conecte de novo com o novo.</translation>
    </message>
    <message>
        <source>A passkey is a key that the phone or a browser keeps instead of a password. WaDesk has none.</source>
        <translation>Uma chave de acesso (passkey) é guardada pelo celular ou pelo navegador no lugar de uma senha. O WaDesk não tem uma.</translation>
    </message>
    <message>
        <source>Try linking with the phone number instead of the QR code.</source>
        <translation>Tente conectar com o número de telefone em vez do código QR.</translation>
    </message>
    <message>
        <source>On the phone: remove the passkey in WhatsApp&apos;s settings, then make a new code.</source>
        <translation>No celular: remova a chave de acesso nas configurações do WhatsApp e gere um novo código.</translation>
    </message>
    <message>
        <source>Or link another number here. This one stays as it is.</source>
        <translation>Ou conecte outro número aqui. Este fica como está.</translation>
    </message>
    <message>
        <source>Turn the phone on, see that it has internet, and open WhatsApp on it.</source>
        <translation>Ligue o celular, veja se ele tem internet e abra o WhatsApp nele.</translation>
    </message>
    <message>
        <source>WhatsApp unlinks every device after 14 days without the phone.</source>
        <translation>O WhatsApp desconecta todos os aparelhos depois de 14 dias sem o celular.</translation>
    </message>
    <message>
        <source>A virus scanner may have taken WaDesk&apos;s engine away. Look into its quarantine.</source>
        <translation>O antivírus pode ter tirado o motor do WaDesk. Olhe na quarentena dele.</translation>
    </message>
    <message>
        <source>Allow WaDesk&apos;s folder in the virus scanner and restore the file.</source>
        <translation>Permita a pasta do WaDesk no antivírus e restaure o arquivo.</translation>
    </message>
    <message>
        <source>Or install WaDesk again over this one. Chats and numbers stay.</source>
        <translation>Ou instale o WaDesk de novo por cima deste. As conversas e os números ficam.</translation>
    </message>
    <message>
        <source>Another program opens this number with the same session, again and again.</source>
        <translation>Outro programa abre este número com a mesma sessão, de novo e de novo.</translation>
    </message>
    <message>
        <source>Close that program. Then try again here.</source>
        <translation>Feche esse programa. Depois, tente de novo aqui.</translation>
    </message>
    <message>
        <source>Clear this number&apos;s keys in its menu, then connect it again with the phone.</source>
        <translation>Esqueça as chaves deste número no menu dele e conecte de novo com o celular.</translation>
    </message>
    <message>
        <source>The chats that are here stay.</source>
        <translation>As conversas que estão aqui ficam.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>1 unread in other chats</source>
        <translation>1 não lida em outras conversas</translation>
    </message>
    <message>
        <source>{n} unread in other chats</source>
        <translation>{n} não lidas em outras conversas</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Checked {t}</source>
        <translation>Conferido {t}</translation>
    </message>
    <message>
        <source>{k} of {n} messages left from another number: {numbers}</source>
        <translation>{k} de {n} mensagens saíram de outro número: {numbers}</translation>
    </message>
    <message>
        <source>No message has left in this chat yet.</source>
        <translation>Nenhuma mensagem saiu nesta conversa ainda.</translation>
    </message>
    <message>
        <source>The 1 message left from {number}</source>
        <translation>A única mensagem saiu de {number}</translation>
    </message>
    <message>
        <source>All {n} messages left from {number}</source>
        <translation>Todas as {n} mensagens saíram de {number}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>{sentence} And {n} more.</source>
        <translation>{sentence} E mais {n}.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Add number</source>
        <translation>Adicionar número</translation>
    </message>
    <message>
        <source>Number board</source>
        <translation>Painel de números</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 conta</translation>
    </message>
    <message>
        <source>{n} accounts</source>
        <translation>{n} contas</translation>
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
        <translation>1 aguarda leitura</translation>
    </message>
    <message>
        <source>{n} wait for a scan</source>
        <translation>{n} aguardam leitura</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 precisa de você</translation>
    </message>
    <message>
        <source>{n} need you</source>
        <translation>{n} precisam de você</translation>
    </message>
    <message>
        <source>Find number or account</source>
        <translation>Buscar número ou conta</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Nenhum número ainda</translation>
    </message>
    <message>
        <source>Add a number, and its QR code shows here.</source>
        <translation>Adicione um número, e o código QR dele aparece aqui.</translation>
    </message>
    <message>
        <source>No number found</source>
        <translation>Nenhum número encontrado</translation>
    </message>
    <message>
        <source>Search looks at phone numbers, their names and their accounts.</source>
        <translation>A busca olha números de telefone, nomes e contas.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>Check the initials before pointing the phone. The number read is compared.</source>
        <translation>Confira as iniciais antes de apontar o celular. O número lido é comparado com o esperado.</translation>
    </message>
    <message>
        <source>Waiting for a scan</source>
        <translation>Aguardando leitura</translation>
    </message>
    <message>
        <source>They need you</source>
        <translation>Precisam de você</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Funcionando</translation>
    </message>
    <message>
        <source>More for this number</source>
        <translation>Mais opções deste número</translation>
    </message>
    <message>
        <source>More for {slot}</source>
        <translation>Mais opções de {slot}</translation>
    </message>
    <message>
        <source>No number linked yet</source>
        <translation>Nenhum telefone conectado ainda</translation>
    </message>
    <message>
        <source>in {t}</source>
        <translation>em {t}</translation>
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
        <translation>Voltar às conversas</translation>
    </message>
    <message>
        <source>Contact panel</source>
        <translation>Painel do contato</translation>
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
        <translation>Conversas</translation>
    </message>
</context>
<context>
    <name>ChatPane</name>
    <message>
        <source>No chat open</source>
        <translation>Nenhuma conversa aberta</translation>
    </message>
    <message>
        <source>Pick a chat. Messages show here, with the number they leave from.</source>
        <translation>Escolha uma conversa. As mensagens aparecem aqui, com o número de onde saem.</translation>
    </message>
</context>
<context>
    <name>Chats</name>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
    <message>
        <source>Not sent: {text}</source>
        <translation>Não enviada: {text}</translation>
    </message>
    <message>
        <source>{name}, on number {slot}, {n} unread, {time}: {preview}</source>
        <translation>{name}, no número {slot}, {n} não lidas, {time}: {preview}</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Rascunho:</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Keep WaDesk running?</source>
        <translation>Manter o WaDesk aberto?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Manter aberto</translation>
    </message>
    <message>
        <source>Quit WaDesk</source>
        <translation>Sair do WaDesk</translation>
    </message>
    <message>
        <source>The window closes, and messages still arrive: WaDesk stays in the tray. This is asked once; the settings can change it.</source>
        <translation>A janela fecha e as mensagens seguem chegando: o WaDesk fica na bandeja. A pergunta vem só uma vez; dá para mudar nas configurações.</translation>
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
        <translation>Âmbar</translation>
    </message>
    <message>
        <source>Jade</source>
        <translation>Jade</translation>
    </message>
    <message>
        <source>Raspberry</source>
        <translation>Framboesa</translation>
    </message>
    <message>
        <source>Petrol</source>
        <translation>Petróleo</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Ameixa</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Tijolo</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>Musgo</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Grafite</translation>
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
        <translation>Contas</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Conversa</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>Nova conta…</translation>
    </message>
    <message>
        <source>Add number…</source>
        <translation>Adicionar número…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Quit WaDesk</source>
        <translation>Sair do WaDesk</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Ir para…</translation>
    </message>
    <message>
        <source>Number board</source>
        <translation>Painel de números</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Próxima conversa</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Conversa anterior</translation>
    </message>
    <message>
        <source>Next unread chat in this account</source>
        <translation>Próxima conversa não lida desta conta</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Próximo painel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Painel anterior</translation>
    </message>
    <message>
        <source>Account {n}</source>
        <translation>Conta {n}</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Todos os números</translation>
    </message>
    <message>
        <source>Number {n} of this account</source>
        <translation>Número {n} desta conta</translation>
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
        <translation>Retomar número</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>Nova conversa…</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>Buscar nesta conversa</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar em todas</translation>
    </message>
    <message>
        <source>Contact panel</source>
        <translation>Painel do contato</translation>
    </message>
    <message>
        <source>Switch number…</source>
        <translation>Trocar de número…</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Anexar…</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Reconnect, or a new QR code, on a number&apos;s card</source>
        <translation>Reconectar, ou um novo QR, no cartão de um número</translation>
    </message>
    <message>
        <source>Send what was written</source>
        <translation>Enviar o que foi escrito</translation>
    </message>
    <message>
        <source>A new line in what is written</source>
        <translation>Nova linha no que se escreve</translation>
    </message>
    <message>
        <source>Account 1 to 9, in the rail&apos;s order</source>
        <translation>Conta 1 a 9, na ordem da barra</translation>
    </message>
    <message>
        <source>Number 1 to 9 of this account</source>
        <translation>Número 1 a 9 desta conta</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Nothing can be sent from this number</source>
        <translation>Não é possível enviar por este número</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Escreva para {name}</translation>
    </message>
    <message>
        <source>This text is longer than WhatsApp takes in one message. Send it in parts.</source>
        <translation>Este texto é maior do que o WhatsApp aceita em uma mensagem. Envie em partes.</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Chat on</source>
        <translation>Conversa em</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contato</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
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
        <translation>Detalhes para o suporte</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Rename account</source>
        <translation>Renomear conta</translation>
    </message>
    <message>
        <source>Rename number</source>
        <translation>Renomear número</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nova conta</translation>
    </message>
    <message>
        <source>Create account and connect number</source>
        <translation>Criar conta e conectar número</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add number</source>
        <translation>Adicionar número</translation>
    </message>
    <message>
        <source>Add and show QR code</source>
        <translation>Adicionar e mostrar o QR</translation>
    </message>
    <message>
        <source>Name of the number, such as Counter or Orders</source>
        <translation>Nome do número, como Balcão ou Encomendas</translation>
    </message>
    <message>
        <source>Name of the number</source>
        <translation>Nome do número</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Novo nome</translation>
    </message>
    <message>
        <source>Remove {slot}?</source>
        <translation>Remover {slot}?</translation>
    </message>
    <message>
        <source>Remove number</source>
        <translation>Remover número</translation>
    </message>
    <message>
        <source>All chats of this number leave this computer. On the phone nothing changes, except that WaDesk goes from its linked devices. This cannot be undone.</source>
        <translation>Saem deste computador todas as conversas deste número. No celular nada muda, só o WaDesk sai de Dispositivos conectados. Não dá para desfazer.</translation>
    </message>
    <message>
        <source>To confirm, type the initials: {initials}</source>
        <translation>Para confirmar, digite as iniciais: {initials}</translation>
    </message>
    <message>
        <source>Log out {slot}?</source>
        <translation>Desconectar {slot}?</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>The phone drops it from Linked devices. The chats stay here, and what waits stays in the outbox.</source>
        <translation>O celular sai de Dispositivos conectados. As conversas ficam aqui, e o que espera continua na caixa de saída.</translation>
    </message>
    <message>
        <source>Forget the keys of {slot}?</source>
        <translation>Esquecer as chaves de {slot}?</translation>
    </message>
    <message>
        <source>Forget keys</source>
        <translation>Esquecer chaves</translation>
    </message>
    <message>
        <source>For when connecting does not work any more. The chats and the number stay, and it must be linked again. On the phone, remove the old entry in Linked devices.</source>
        <translation>Para quando conectar não funciona mais. As conversas e o número ficam, e é preciso conectar de novo com o celular. No celular, remova o item antigo em Dispositivos conectados.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Write a name first.</source>
        <translation>Escreva um nome primeiro.</translation>
    </message>
    <message>
        <source>The name is too long. It may have {limit} characters.</source>
        <translation>O nome é longo demais. Ele pode ter {limit} caracteres.</translation>
    </message>
    <message>
        <source>Initials are two letters or digits.</source>
        <translation>As iniciais são duas letras ou números.</translation>
    </message>
    <message>
        <source>These initials belong to another account. Choose others.</source>
        <translation>Estas iniciais já são de outra conta. Escolha outras.</translation>
    </message>
    <message>
        <source>This account already has 10 numbers. Remove one or create another account.</source>
        <translation>Esta conta já tem 10 números. Remova um ou crie outra conta.</translation>
    </message>
    <message>
        <source>That is not here any more.</source>
        <translation>Isso não está mais aqui.</translation>
    </message>
    <message>
        <source>You can read this number but not send from it. Ask an administrator.</source>
        <translation>Você pode ler este número, mas não enviar por ele. Peça a um administrador.</translation>
    </message>
    <message>
        <source>This cannot be a phone number. Write it with country and area code.</source>
        <translation>Isto não pode ser um telefone. Escreva com código do país e DDD.</translation>
    </message>
    <message>
        <source>This chat belongs to another number. Nothing was sent.</source>
        <translation>Esta conversa é de outro número. Nada saiu.</translation>
    </message>
    <message>
        <source>The number on the bar is not the one this chat leaves from. Nothing was sent.</source>
        <translation>O número na barra não é o desta conversa. Nada saiu.</translation>
    </message>
    <message>
        <source>This chat was held from a former number. It can be read, not written.</source>
        <translation>Esta conversa foi feita por um número anterior. Dá para ler, não para escrever.</translation>
    </message>
    <message>
        <source>The text is too long. Send it in parts.</source>
        <translation>O texto é longo demais. Envie em partes.</translation>
    </message>
    <message>
        <source>There is no text to send.</source>
        <translation>Não há texto para enviar.</translation>
    </message>
    <message>
        <source>This number has no phone linked yet. Connect one first.</source>
        <translation>Este número ainda não tem telefone conectado. Conecte um primeiro.</translation>
    </message>
    <message>
        <source>This number is not connected right now. Try again once it is.</source>
        <translation>Este número não está conectado agora. Tente de novo quando estiver.</translation>
    </message>
    <message>
        <source>This number has not been started yet. Try again in a moment.</source>
        <translation>Este número ainda não foi iniciado. Tente de novo em um momento.</translation>
    </message>
    <message>
        <source>Show a QR code first, then ask for the code.</source>
        <translation>Mostre um código QR antes, depois peça o código.</translation>
    </message>
    <message>
        <source>A phone is just being linked to this number. Wait a moment.</source>
        <translation>Um celular está sendo conectado a este número. Espere um momento.</translation>
    </message>
    <message>
        <source>WhatsApp gave no code. Try again, or scan the QR code.</source>
        <translation>O WhatsApp não deu um código. Tente de novo ou leia o QR.</translation>
    </message>
    <message>
        <source>WhatsApp gives no more codes for now. Scan the QR code, or wait a while.</source>
        <translation>O WhatsApp não dá mais códigos por ora. Leia o QR ou espere um pouco.</translation>
    </message>
    <message>
        <source>WaDesk could not be entered among what starts with the system. Look at the system&apos;s own settings.</source>
        <translation>Não deu para incluir o WaDesk no que inicia com o sistema. Veja as configurações do sistema.</translation>
    </message>
    <message>
        <source>WhatsApp refused a new device. Remove one in Linked devices.</source>
        <translation>O WhatsApp recusou um novo aparelho. Remova um em Dispositivos conectados.</translation>
    </message>
    <message>
        <source>This phone is not on WhatsApp. Check the number.</source>
        <translation>Este telefone não está no WhatsApp. Confira o número.</translation>
    </message>
    <message>
        <source>A file of this number could not be erased. Close what uses it, then try again.</source>
        <translation>Um arquivo deste número não pôde ser apagado. Feche o que o usa e tente de novo.</translation>
    </message>
    <message>
        <source>This number&apos;s engine does not answer. Try again.</source>
        <translation>O motor deste número não responde. Tente de novo.</translation>
    </message>
    <message>
        <source>WaDesk and its engine do not fit together. Install WaDesk again.</source>
        <translation>O WaDesk e o motor dele não combinam. Instale o WaDesk de novo.</translation>
    </message>
    <message>
        <source>The engine belongs to another network: rehearsal and the real one never mix.</source>
        <translation>O motor é de outra rede: ensaio e rede real nunca se misturam.</translation>
    </message>
    <message>
        <source>WaDesk may not open this number&apos;s folder. Allow it, then try again.</source>
        <translation>O WaDesk não pode abrir a pasta deste número. Permita e tente de novo.</translation>
    </message>
    <message>
        <source>This message is not here any more.</source>
        <translation>Esta mensagem não está mais aqui.</translation>
    </message>
    <message>
        <source>This chat is not here any more.</source>
        <translation>Esta conversa não está mais aqui.</translation>
    </message>
    <message>
        <source>This chat is not here any more. Nothing was sent.</source>
        <translation>Esta conversa não está mais aqui. Nada saiu.</translation>
    </message>
    <message>
        <source>This message has left, or may have. It cannot be deleted here.</source>
        <translation>Esta mensagem saiu, ou pode ter saído. Não dá para apagar aqui.</translation>
    </message>
    <message>
        <source>There is nothing to decide about this message any more.</source>
        <translation>Não há mais nada a decidir sobre esta mensagem.</translation>
    </message>
    <message>
        <source>This message is not waiting to be sent any more.</source>
        <translation>Esta mensagem não está mais esperando para sair.</translation>
    </message>
    <message>
        <source>A group stays with the number that is in it.</source>
        <translation>Um grupo fica com o número que participa dele.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>O disco está cheio. Libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>This account is just starting again. Try in a moment.</source>
        <translation>Esta conta está iniciando de novo. Tente daqui a pouco.</translation>
    </message>
    <message>
        <source>This account does not answer. Try in a moment.</source>
        <translation>Esta conta não responde. Tente daqui a pouco.</translation>
    </message>
    <message>
        <source>This account keeps stopping. Other accounts go on. Try again.</source>
        <translation>Esta conta para a toda hora. As outras contas seguem. Tente de novo.</translation>
    </message>
    <message>
        <source>WaDesk is closing.</source>
        <translation>O WaDesk está fechando.</translation>
    </message>
    <message>
        <source>I could not open the system keychain. Unlock it and try again.</source>
        <translation>Não consegui abrir o chaveiro do sistema. Desbloqueie-o e tente de novo.</translation>
    </message>
    <message>
        <source>This system has no keychain that WaDesk can use. The keys can be kept under a passphrase instead.</source>
        <translation>Este sistema não tem um chaveiro que o WaDesk possa usar. As chaves podem ficar protegidas por uma senha.</translation>
    </message>
    <message>
        <source>The system keychain refused WaDesk&apos;s key. Allow it and try again.</source>
        <translation>O chaveiro do sistema recusou a chave do WaDesk. Permita e tente de novo.</translation>
    </message>
    <message>
        <source>What the system keychain holds for WaDesk is not one of its keys. Nothing was changed.</source>
        <translation>O que o chaveiro do sistema guarda para o WaDesk não é uma chave dele. Nada foi mudado.</translation>
    </message>
    <message>
        <source>The key of this data is not in the keychain. Without it the data cannot be opened.</source>
        <translation>A chave destes dados não está no chaveiro. Sem ela não dá para abrir os dados.</translation>
    </message>
    <message>
        <source>This is not the passphrase of this data. Try again.</source>
        <translation>Esta não é a senha destes dados. Tente de novo.</translation>
    </message>
    <message>
        <source>Write the passphrase first.</source>
        <translation>Escreva a senha primeiro.</translation>
    </message>
    <message>
        <source>The passphrase vault is damaged. Restore it from a copy.</source>
        <translation>O cofre de senha está danificado. Restaure de uma cópia.</translation>
    </message>
    <message>
        <source>The key does not fit this data. Nothing was changed.</source>
        <translation>A chave não serve para estes dados. Nada foi mudado.</translation>
    </message>
    <message>
        <source>The data is damaged. Restore it from a copy.</source>
        <translation>Os dados estão danificados. Restaure de uma cópia.</translation>
    </message>
    <message>
        <source>A newer WaDesk wrote this data. Install the newest one.</source>
        <translation>Um WaDesk mais novo gravou estes dados. Instale o mais novo.</translation>
    </message>
    <message>
        <source>This data belongs to another network: rehearsal and the real one never share a folder.</source>
        <translation>Estes dados são de outra rede: o ensaio e a rede real nunca usam a mesma pasta.</translation>
    </message>
    <message>
        <source>WaDesk already works on the folder {folder}.</source>
        <translation>O WaDesk já está usando a pasta {folder}.</translation>
    </message>
    <message>
        <source>You may not write to the folder {folder}.</source>
        <translation>Você não pode gravar na pasta {folder}.</translation>
    </message>
    <message>
        <source>{folder} is not a folder.</source>
        <translation>{folder} não é uma pasta.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used.</source>
        <translation>Não dá para usar a pasta {folder}.</translation>
    </message>
    <message>
        <source>The folder {folder} lies inside the program&apos;s own folder. Choose another place for the data.</source>
        <translation>A pasta {folder} fica dentro da pasta do programa. Escolha outro lugar para os dados.</translation>
    </message>
    <message>
        <source>A file of the data folder is damaged. Restore it from a copy.</source>
        <translation>Um arquivo da pasta de dados está danificado. Restaure de uma cópia.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>You can change all this later, in Settings.</source>
        <translation>Você pode mudar tudo isto depois, em Configurações.</translation>
    </message>
    <message>
        <source>Create account and connect number</source>
        <translation>Criar conta e conectar número</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Pular por enquanto</translation>
    </message>
    <message>
        <source>I understand, continue</source>
        <translation>Entendi, continuar</translation>
    </message>
    <message>
        <source>WhatsApp does not authorise third-party programs. Your number can be restricted or banned; WaDesk lowers that risk, it does not remove it.</source>
        <translation>O WhatsApp não autoriza programas de terceiros. O seu número pode ser restrito ou banido; o WaDesk reduz esse risco, não o elimina.</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Antes de começar</translation>
    </message>
    <message>
        <source>Step 1 of 2</source>
        <translation>Passo 1 de 2</translation>
    </message>
    <message>
        <source>Account and connection</source>
        <translation>Conta e conexão</translation>
    </message>
    <message>
        <source>Create the first account</source>
        <translation>Crie a primeira conta</translation>
    </message>
    <message>
        <source>How this account connects</source>
        <translation>Como esta conta se conecta</translation>
    </message>
    <message>
        <source>WaDesk connects the numbers from here, by QR or code. The chats stay on this computer, encrypted.</source>
        <translation>O WaDesk conecta os números daqui, por QR ou código. As conversas ficam neste computador, criptografadas.</translation>
    </message>
    <message>
        <source>Up to 10 numbers per account</source>
        <translation>Até 10 números por conta</translation>
    </message>
    <message>
        <source>QR or a code of 8 characters</source>
        <translation>QR ou código de 8 caracteres</translation>
    </message>
    <message>
        <source>One process per number</source>
        <translation>Um processo por número</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>Many numbers,
each in its place.</source>
        <translation>Vários números,
cada um no seu lugar.</translation>
    </message>
    <message>
        <source>Make an account for each business you answer for. Then connect its numbers.</source>
        <translation>Crie uma conta para cada negócio que você atende. Depois, conecte os números dela.</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Idioma: {name}</translation>
    </message>
    <message>
        <source>Every number lives apart</source>
        <translation>Cada número vive separado</translation>
    </message>
    <message>
        <source>A process, a folder and a key of its own for each number.</source>
        <translation>Processo, pasta e chave próprios para cada número.</translation>
    </message>
    <message>
        <source>You always see where it leaves from</source>
        <translation>Você sempre vê de onde sai</translation>
    </message>
    <message>
        <source>Number, account and colour stand above every message you type.</source>
        <translation>Número, conta e cor ficam na barra de envio.</translation>
    </message>
    <message>
        <source>Offline, nothing is lost</source>
        <translation>Sem conexão, nada se perde</translation>
    </message>
    <message>
        <source>The message waits in the outbox of the same number.</source>
        <translation>A mensagem espera na caixa de saída do mesmo número.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Downloading chats… {n}%, {count} messages. You can work already.</source>
        <translation>Baixando conversas… {n}%, {count} mensagens. Você já pode trabalhar.</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Reconnect this computer. The code comes back by itself.</source>
        <translation>Reconecte este computador. O código volta sozinho.</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>Sem internet</translation>
    </message>
    <message>
        <source>That phone&apos;s WhatsApp is too old</source>
        <translation>O WhatsApp desse celular é antigo demais</translation>
    </message>
    <message>
        <source>Preparing the code…</source>
        <translation>Preparando o código…</translation>
    </message>
    <message>
        <source>Downloading chats: {n}%.</source>
        <translation>Baixando conversas: {n}%.</translation>
    </message>
    <message>
        <source>WhatsApp asks for a passkey</source>
        <translation>O WhatsApp pede uma chave de acesso</translation>
    </message>
    <message>
        <source>Code read. Keep the phone online.</source>
        <translation>Código lido. Mantenha o celular com internet.</translation>
    </message>
    <message>
        <source>Another number&apos;s phone</source>
        <translation>Celular de outro número</translation>
    </message>
    <message>
        <source>Expected {a}; got {b}. The link was undone.</source>
        <translation>Esperado {a}; lido {b}. A conexão foi desfeita.</translation>
    </message>
    <message>
        <source>Already used elsewhere</source>
        <translation>Já usado em outra conta</translation>
    </message>
    <message>
        <source>Device limit</source>
        <translation>Limite de aparelhos</translation>
    </message>
    <message>
        <source>Linking did not complete</source>
        <translation>A conexão não foi concluída</translation>
    </message>
    <message>
        <source>The code expired</source>
        <translation>O código expirou</translation>
    </message>
    <message>
        <source>Make a new one when you have the phone.</source>
        <translation>Gere um novo quando estiver com o celular.</translation>
    </message>
    <message>
        <source>{number} is {index} {slot}.</source>
        <translation>{number} é o {index} {slot}.</translation>
    </message>
    <message>
        <source>expected {number}</source>
        <translation>esperado {number}</translation>
    </message>
    <message>
        <source>QR code for {name}, account {account}. New code in {s} seconds</source>
        <translation>Código QR de {name}, conta {account}. Novo código em {s} segundos</translation>
    </message>
    <message>
        <source>New code in {s} s</source>
        <translation>Novo código em {s} s</translation>
    </message>
    <message>
        <source>Make a new code now</source>
        <translation>Gerar novo código agora</translation>
    </message>
    <message>
        <source>Code {n} of {of}. After that, the screen waits for you.</source>
        <translation>Código {n} de {of}. Depois disso, a tela espera você.</translation>
    </message>
    <message>
        <source>New code on the screen</source>
        <translation>Novo código na tela</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Voltar ao painel</translation>
    </message>
    <message>
        <source>Connect later</source>
        <translation>Conectar depois</translation>
    </message>
    <message>
        <source>Connect number</source>
        <translation>Conectar número</translation>
    </message>
    <message>
        <source>On the phone it is listed as “{name}”.</source>
        <translation>No celular, ele aparece como “{name}”.</translation>
    </message>
    <message>
        <source>The menu looks different?</source>
        <translation>O menu está diferente?</translation>
    </message>
    <message>
        <source>Scan with the phone of {slot}</source>
        <translation>Leia com o celular de {slot}</translation>
    </message>
    <message>
        <source>Use the phone of number {number}.</source>
        <translation>Use o aparelho do número {number}.</translation>
    </message>
    <message>
        <source>Use the phone of the number that will answer here.</source>
        <translation>Use o aparelho do número que vai atender por aqui.</translation>
    </message>
    <message>
        <source>Open &lt;b&gt;WhatsApp&lt;/b&gt; on the phone</source>
        <translation>Abra o &lt;b&gt;WhatsApp&lt;/b&gt; no celular</translation>
    </message>
    <message>
        <source>Tap &lt;b&gt;Linked devices&lt;/b&gt;</source>
        <translation>Toque em &lt;b&gt;Dispositivos conectados&lt;/b&gt;</translation>
    </message>
    <message>
        <source>On Android: the ⋮ menu. On iPhone: Settings.</source>
        <translation>No Android: menu ⋮. No iPhone: Configurações.</translation>
    </message>
    <message>
        <source>Tap &lt;b&gt;Link a device&lt;/b&gt;</source>
        <translation>Toque em &lt;b&gt;Conectar dispositivo&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Point the camera at the code on this screen.</source>
        <translation>Aponte a câmera para o código nesta tela.</translation>
    </message>
    <message>
        <source>On older phones: &lt;b&gt;Linked devices&lt;/b&gt;, &lt;b&gt;Link a device&lt;/b&gt;, or &lt;b&gt;WhatsApp Web&lt;/b&gt;.</source>
        <translation>Em celulares mais antigos: &lt;b&gt;Aparelhos conectados&lt;/b&gt;, &lt;b&gt;Conectar um aparelho&lt;/b&gt;, ou &lt;b&gt;WhatsApp Web&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>This number gets a process, folder and key of its own. No other account uses its session.</source>
        <translation>Este número terá processo, pasta e chave próprios. Nenhuma outra conta usa a sessão dele.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Novo código</translation>
    </message>
    <message>
        <source>On the phone of &lt;b&gt;{slot}&lt;/b&gt;, open WhatsApp</source>
        <translation>No celular &lt;b&gt;{slot}&lt;/b&gt;, abra o WhatsApp</translation>
    </message>
    <message>
        <source>Tap &lt;b&gt;Link a device&lt;/b&gt; and point</source>
        <translation>Toque em &lt;b&gt;Conectar dispositivo&lt;/b&gt; e aponte</translation>
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
        <translation>Ver maior</translation>
    </message>
    <message>
        <source>Chats to bring along</source>
        <translation>Conversas a trazer</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Only what is written from now on.</source>
        <translation>Só o que for escrito daqui em diante.</translation>
    </message>
    <message>
        <source>The last months, as far as the phone offers them. You can work meanwhile.</source>
        <translation>Os últimos meses, até onde o celular oferecer. Você pode trabalhar enquanto isso.</translation>
    </message>
    <message>
        <source>All that the phone offers. It may take hours; you can work meanwhile.</source>
        <translation>Tudo o que o celular oferecer. Pode levar horas; você pode trabalhar enquanto isso.</translation>
    </message>
    <message>
        <source>Downloading chats</source>
        <translation>Baixando conversas</translation>
    </message>
    <message>
        <source>code {a}, {b}</source>
        <translation>código {a}, {b}</translation>
    </message>
    <message>
        <source>Number of the phone</source>
        <translation>Número do celular</translation>
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
        <translation>Outro código</translation>
    </message>
    <message>
        <source>The code ran out.</source>
        <translation>O código venceu.</translation>
    </message>
    <message>
        <source>Valid for {t}</source>
        <translation>Vale por mais {t}</translation>
    </message>
    <message>
        <source>Write the number first, with country and area code.</source>
        <translation>Escreva o número antes, com país e DDD.</translation>
    </message>
    <message>
        <source>Pairing code ready: {code}</source>
        <translation>Código de conexão pronto: {code}</translation>
    </message>
    <message>
        <source>Link with phone number instead</source>
        <translation>Conectar com número de telefone</translation>
    </message>
    <message>
        <source>No camera? On the phone, choose &lt;b&gt;Link with phone number instead&lt;/b&gt; and type the code below.</source>
        <translation>Sem câmera? No celular, escolha &lt;b&gt;Conectar com número de telefone&lt;/b&gt; e digite o código abaixo.</translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message>
        <source>New chat</source>
        <translation>Nova conversa</translation>
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
        <translation>Limpar busca</translation>
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
        <translation>Não lidas</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
</context>
<context>
    <name>ListEmpty</name>
    <message>
        <source>Search in all accounts</source>
        <translation>Procurar em todas</translation>
    </message>
    <message>
        <source>Nothing with &quot;{q}&quot;</source>
        <translation>Nada com “{q}”</translation>
    </message>
    <message>
        <source>I looked only in {account}.</source>
        <translation>Procurei só em {account}.</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>Tudo lido</translation>
    </message>
    <message>
        <source>New messages show here until somebody reads them.</source>
        <translation>Mensagens novas ficam aqui até alguém ler.</translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>Caixa de saída vazia</translation>
    </message>
    <message>
        <source>No message is waiting for a connection.</source>
        <translation>Nenhuma mensagem esperando conexão.</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Nenhuma conversa ainda</translation>
    </message>
    <message>
        <source>They appear here as soon as somebody writes.</source>
        <translation>Elas aparecem aqui assim que alguém escrever.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Open chats</source>
        <translation>Abrir conversas</translation>
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
        <translation>Conectar depois</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>O que fazer</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Log out…</source>
        <translation>Desconectar…</translation>
    </message>
    <message>
        <source>Forget keys…</source>
        <translation>Esquecer chaves…</translation>
    </message>
    <message>
        <source>Remove number…</source>
        <translation>Remover número…</translation>
    </message>
    <message>
        <source>Add number…</source>
        <translation>Adicionar número…</translation>
    </message>
    <message>
        <source>Rename account…</source>
        <translation>Renomear conta…</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
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
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Áudio</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensagem de voz</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Figurinha</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Localização</translation>
    </message>
    <message>
        <source>Live location</source>
        <translation>Localização em tempo real</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contato</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Enquete</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reação</translation>
    </message>
    <message>
        <source>Edited message</source>
        <translation>Mensagem editada</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Mensagem apagada</translation>
    </message>
    <message>
        <source>View-once message. Open it on the phone.</source>
        <translation>Mensagem de visualização única. Abra no celular.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Ligação</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Waiting for this message. You can read it on the phone.</source>
        <translation>Aguardando esta mensagem. Você pode lê-la no celular.</translation>
    </message>
    <message>
        <source>A message of a kind that is not shown here yet. See the phone.</source>
        <translation>Uma mensagem de um tipo que ainda não aparece aqui. Veja no celular.</translation>
    </message>
    <message>
        <source>this phone is not on WhatsApp</source>
        <translation>este telefone não está no WhatsApp</translation>
    </message>
    <message>
        <source>WhatsApp refused it</source>
        <translation>o WhatsApp recusou</translation>
    </message>
    <message>
        <source>this number is not in the group any more</source>
        <translation>este número não está mais no grupo</translation>
    </message>
    <message>
        <source>no answer from the server</source>
        <translation>sem resposta do servidor</translation>
    </message>
    <message>
        <source>it waited too long</source>
        <translation>esperou tempo demais</translation>
    </message>
    <message>
        <source>another number is linked here now</source>
        <translation>agora há outro número conectado aqui</translation>
    </message>
    <message>
        <source>it kept stopping this number</source>
        <translation>fazia este número parar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Chegou</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Queued in {slot}. Leaves once this number works again.</source>
        <translation>Na fila de {slot}. Sai quando este número voltar.</translation>
    </message>
    <message>
        <source>Queued in {slot}. Leaves once reconnected.</source>
        <translation>Na fila de {slot}. Sai quando reconectar.</translation>
    </message>
    <message>
        <source>Not sent: {reason}.</source>
        <translation>Não enviada: {reason}.</translation>
    </message>
    <message>
        <source>Not sent ({code}).</source>
        <translation>Não enviada ({code}).</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Não enviada.</translation>
    </message>
    <message>
        <source>You, {time}: {text}. {state}</source>
        <translation>Você, {time}: {text}. {state}</translation>
    </message>
    <message>
        <source>{name}, {time}: {text}</source>
        <translation>{name}, {time}: {text}</translation>
    </message>
    <message>
        <source>not sent, Enter to try again</source>
        <translation>não enviada, Enter para tentar de novo</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar mais</translation>
    </message>
    <message>
        <source>1 unread message</source>
        <translation>1 mensagem não lida</translation>
    </message>
    <message>
        <source>{n} unread messages</source>
        <translation>{n} mensagens não lidas</translation>
    </message>
</context>
<context>
    <name>NewChat</name>
    <message>
        <source>New chat</source>
        <translation>Nova conversa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open chat</source>
        <translation>Abrir conversa</translation>
    </message>
    <message>
        <source>To the number</source>
        <translation>Para o número</translation>
    </message>
    <message>
        <source>+55 11 91234-5678</source>
        <translation>+55 11 91234-5678</translation>
    </message>
    <message>
        <source>On WhatsApp this number is {number}. Open this chat?</source>
        <translation>No WhatsApp este número é {number}. Abrir esta conversa?</translation>
    </message>
    <message>
        <source>This phone is not on WhatsApp. Check the number.</source>
        <translation>Este telefone não está no WhatsApp. Confira o número.</translation>
    </message>
    <message>
        <source>Sending from</source>
        <translation>Enviando de</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>New message</source>
        <translation>Nova mensagem</translation>
    </message>
    <message>
        <source>{n} new messages</source>
        <translation>{n} novas mensagens</translation>
    </message>
    <message>
        <source>{n} new messages in {m} chats</source>
        <translation>{n} novas mensagens em {m} conversas</translation>
    </message>
    <message>
        <source>{n} numbers need you</source>
        <translation>{n} números precisam de você</translation>
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
        <translation>Todos os números</translation>
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
        <translation>escolhido</translation>
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
        <translation>sem número ainda</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Todos os números</translation>
    </message>
    <message>
        <source>this chat</source>
        <translation>conversa atual</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>1 unread</source>
        <translation>1 não lida</translation>
    </message>
    <message>
        <source>{n} unread</source>
        <translation>{n} não lidas</translation>
    </message>
    <message>
        <source>number {index} {name}</source>
        <translation>número {index} {name}</translation>
    </message>
    <message>
        <source>Number board</source>
        <translation>Painel de números</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Ir para…</translation>
    </message>
    <message>
        <source>1 waiting for QR</source>
        <translation>1 aguarda QR</translation>
    </message>
    <message>
        <source>{n} waiting for QR</source>
        <translation>{n} aguardam QR</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Contas</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nova conta</translation>
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
        <translation>Pôr na fila</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Sending from</source>
        <translation>Enviando de</translation>
    </message>
    <message>
        <source>Will leave from</source>
        <translation>Vai sair de</translation>
    </message>
    <message>
        <source>Try {n}, in {s} s</source>
        <translation>Tentativa {n}, em {s} s</translation>
    </message>
    <message>
        <source>Try {n}</source>
        <translation>Tentativa {n}</translation>
    </message>
    <message>
        <source>Will leave from {number} once reconnected. Now: {state}</source>
        <translation>Vai sair de {number} quando reconectar. Agora: {state}</translation>
    </message>
    <message>
        <source>Sending from {number}, {index} {name}, account {account}, {state}</source>
        <translation>Enviando de {number}, {index} {name}, conta {account}, {state}</translation>
    </message>
    <message>
        <source>You now send from {number}, {name}, account {account}</source>
        <translation>Agora você envia de {number}, {name}, conta {account}</translation>
    </message>
    <message>
        <source>Connecting. The message waits in the outbox and leaves right after.</source>
        <translation>Conectando. A mensagem espera na caixa de saída e sai em seguida.</translation>
    </message>
    <message>
        <source>No connection. The message waits in this number&apos;s outbox.</source>
        <translation>Sem conexão. A mensagem espera na caixa de saída deste número.</translation>
    </message>
    <message>
        <source>WhatsApp banned this number. Nothing leaves from it.</source>
        <translation>O WhatsApp bloqueou este número. Nada sai por ele.</translation>
    </message>
    <message>
        <source>Send from another number…</source>
        <translation>Enviar por outro número…</translation>
    </message>
    <message>
        <source>Another number…</source>
        <translation>Outro número…</translation>
    </message>
    <message>
        <source>{contact} has always talked to {slot}. Here they see another number.</source>
        <translation>{contact} sempre falou com {slot}. Por aqui, vê outro número.</translation>
    </message>
    <message>
        <source>Back to {slot}</source>
        <translation>Voltar ao {slot}</translation>
    </message>
    <message>
        <source>Nothing can be sent in this chat.</source>
        <translation>Não é possível enviar nesta conversa.</translation>
    </message>
    <message>
        <source>This chat was held from {number}, which is not linked here any more.</source>
        <translation>Esta conversa foi feita pelo {number}, que não está mais conectado aqui.</translation>
    </message>
    <message>
        <source>The phone ended the session. The message waits until you connect.</source>
        <translation>O celular encerrou a sessão. A mensagem espera até você conectar.</translation>
    </message>
    <message>
        <source>This number is not connected yet. The message waits until its QR is scanned.</source>
        <translation>Este número ainda não está conectado. A mensagem espera até o QR ser lido.</translation>
    </message>
    <message>
        <source>Numbers of other accounts are not shown here.</source>
        <translation>Números de outras contas não aparecem aqui.</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Trocar</translation>
    </message>
    <message>
        <source>Switch number</source>
        <translation>Trocar número</translation>
    </message>
    <message>
        <source>Send from another number?</source>
        <translation>Enviar por outro número?</translation>
    </message>
    <message>
        <source>Open chat in {slot}</source>
        <translation>Abrir conversa em {slot}</translation>
    </message>
    <message>
        <source>Stay on {slot}</source>
        <translation>Ficar no {slot}</translation>
    </message>
    <message>
        <source>no chat yet</source>
        <translation>nenhuma conversa ainda</translation>
    </message>
    <message>
        <source>{contact} will receive from {number}, in a new chat. This one stays.</source>
        <translation>{contact} vai receber de {number}, em uma conversa nova. A atual continua aqui.</translation>
    </message>
    <message>
        <source>{contact} will receive from {number}, in the chat there. This one stays.</source>
        <translation>{contact} vai receber de {number}, na conversa que já existe lá. A atual continua aqui.</translation>
    </message>
    <message>
        <source>1 message to {name}</source>
        <translation>1 mensagem para {name}</translation>
    </message>
    <message>
        <source>{n} messages to {name}</source>
        <translation>{n} mensagens para {name}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Colour of {account}: {colour}</source>
        <translation>Cor de {account}: {colour}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public Licence, version 3 or later.</source>
        <translation>Software livre sob a Licença Pública Geral GNU, versão 3 ou posterior.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licença</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir pasta</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Pasta de dados</translation>
    </message>
    <message>
        <source>Versions of WaDesk and of this system. No names, no numbers, no messages.</source>
        <translation>Versões do WaDesk e deste sistema. Sem nomes, números nem mensagens.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versão {version}</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Everything grows together, without cutting numbers or names.</source>
        <translation>Tudo cresce junto, sem cortar números nem nomes.</translation>
    </message>
    <message>
        <source>List density</source>
        <translation>Densidade da lista</translation>
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
        <translation>Folgada</translation>
    </message>
    <message>
        <source>Write the state beside the ticks</source>
        <translation>Escrever a situação junto dos tiques</translation>
    </message>
    <message>
        <source>Says Sent, Delivered or Read on every message, not only the last.</source>
        <translation>Mostra Enviada, Entregue ou Lida em cada mensagem, não só na última.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Stronger edges and darker second lines.</source>
        <translation>Bordas mais fortes e textos secundários mais escuros.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduzir movimento</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduzido</translation>
    </message>
    <message>
        <source>Not reduced</source>
        <translation>Sem reduzir</translation>
    </message>
    <message>
        <source>Nothing slides or turns. Follows the system until you change it here.</source>
        <translation>Sem deslizar nem girar. Segue o sistema até você mudar aqui.</translation>
    </message>
    <message>
        <source>Colours of the accounts</source>
        <translation>Cores das contas</translation>
    </message>
    <message>
        <source>Language of WaDesk</source>
        <translation>Idioma do WaDesk</translation>
    </message>
    <message>
        <source>Dates, times and numbers follow it.</source>
        <translation>Datas, horas e números seguem o idioma.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horário de silêncio</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silêncio a partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silêncio até</translation>
    </message>
    <message>
        <source>to</source>
        <translation>até</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Mensagens novas</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificações</translation>
    </message>
    <message>
        <source>Say on the desktop when a message arrives: account and number named.</source>
        <translation>Avisa na área de trabalho quando chega mensagem, com a conta e o número.</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Mostrar o texto</translation>
    </message>
    <message>
        <source>Off: only who wrote, and to which number.</source>
        <translation>Desligado: só quem escreveu e para qual número.</translation>
    </message>
    <message>
        <source>Nothing is announced between these hours. Messages still arrive.</source>
        <translation>Nada é anunciado entre essas horas. As mensagens continuam chegando.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Ao fechar a janela</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Perguntar</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>Manter na bandeja</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Encerrar</translation>
    </message>
    <message>
        <source>In the tray, messages go on arriving and leaving.</source>
        <translation>Na bandeja, as mensagens continuam chegando e saindo.</translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation>Iniciar com o sistema</translation>
    </message>
    <message>
        <source>Hidden, with its sign in the tray.</source>
        <translation>Escondido, com o sinal na bandeja.</translation>
    </message>
    <message>
        <source>Notifications of {number}, {account}</source>
        <translation>Notificações de {number}, {account}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Only for you, on this computer.</source>
        <translation>Vale só para você, neste computador.</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Aparência e idioma</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atalhos</translation>
    </message>
    <message>
        <source>All keys that work now.</source>
        <translation>Todas as teclas que funcionam agora.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source> to </source>
        <translation> a </translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Ação</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Waiting for QR. Scan it with this number&apos;s phone.</source>
        <translation>Aguarda QR. Leia com o celular deste número.</translation>
    </message>
    <message>
        <source>Connecting… Keep the phone online.</source>
        <translation>Conectando… Mantenha o celular com internet.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Connected, but the phone has not been heard from. Open WhatsApp on it.</source>
        <translation>Conectado, mas sem notícias do celular. Abra o WhatsApp nele.</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>Paused. Nothing leaves until resumed.</source>
        <translation>Em pausa. Nada sai até retomar.</translation>
    </message>
    <message>
        <source>The phone ended the session. Connect again.</source>
        <translation>O celular encerrou a sessão. Conecte de novo.</translation>
    </message>
    <message>
        <source>This number was opened in another place. Connect again to use it here.</source>
        <translation>Este número foi aberto em outro lugar. Conecte de novo para usá-lo aqui.</translation>
    </message>
    <message>
        <source>WhatsApp limited this number. Messages wait.</source>
        <translation>O WhatsApp limitou este número. As mensagens esperam.</translation>
    </message>
    <message>
        <source>WhatsApp banned this number. Ask for a review on the phone.</source>
        <translation>O WhatsApp bloqueou este número. Peça a revisão no celular.</translation>
    </message>
    <message>
        <source>This WaDesk is too old for WhatsApp. Install the newest one.</source>
        <translation>Este WaDesk é antigo demais para o WhatsApp. Instale o mais novo.</translation>
    </message>
    <message>
        <source>Something stopped on this number. Other accounts go on. Try again.</source>
        <translation>Algo parou neste número. As outras contas seguem. Tente de novo.</translation>
    </message>
    <message>
        <source>This number is in an account you cannot see. Talk to an administrator.</source>
        <translation>Este número já está em uma conta que você não vê. Fale com um administrador.</translation>
    </message>
    <message>
        <source>The code expired. Make a new one when you have the phone.</source>
        <translation>O código expirou. Gere um novo quando estiver com o celular.</translation>
    </message>
    <message>
        <source>WhatsApp asks this number for a passkey, and that cannot be answered here. There are other ways.</source>
        <translation>O WhatsApp pede uma chave de acesso (passkey) para este número, e daqui não dá para responder. Há outros caminhos.</translation>
    </message>
    <message>
        <source>WhatsApp refused this link. Wait a moment, then make a new code.</source>
        <translation>O WhatsApp recusou esta conexão. Espere um momento e gere um novo código.</translation>
    </message>
    <message>
        <source>The code was read, but linking did not complete. Try again.</source>
        <translation>O código foi lido, mas a conexão não foi concluída. Tente de novo.</translation>
    </message>
    <message>
        <source>Not connected yet. Connect when you have the phone.</source>
        <translation>Ainda não conectado. Conecte quando estiver com o celular.</translation>
    </message>
    <message>
        <source>No internet, so no code came. Try again once it is back.</source>
        <translation>Sem internet, o código não veio. Tente de novo quando ela voltar.</translation>
    </message>
    <message>
        <source>WhatsApp did not answer. Try again.</source>
        <translation>O WhatsApp não respondeu. Tente de novo.</translation>
    </message>
    <message>
        <source>The WhatsApp on that phone is too old for linked devices. Update it, then scan again.</source>
        <translation>O WhatsApp desse celular é antigo demais para dispositivos conectados. Atualize-o e leia de novo.</translation>
    </message>
    <message>
        <source>Code read. Keep the phone online.</source>
        <translation>Código lido. Mantenha o celular com internet.</translation>
    </message>
    <message>
        <source>Code read, but WhatsApp went silent. It is being tried again by itself. Keep the phone online.</source>
        <translation>Código lido, mas o WhatsApp ficou em silêncio. Estou tentando de novo sozinho. Mantenha o celular com internet.</translation>
    </message>
    <message>
        <source>Logged out from here. Connect again to use this number.</source>
        <translation>Desconectado por aqui. Conecte de novo para usar este número.</translation>
    </message>
    <message>
        <source>WhatsApp ended the session: the main phone is gone. Look at the phone, then connect again.</source>
        <translation>O WhatsApp encerrou a sessão: o celular principal não existe mais. Veja o celular e conecte de novo.</translation>
    </message>
    <message>
        <source>WhatsApp locked this account. Open WhatsApp on the phone and follow what it says.</source>
        <translation>O WhatsApp travou esta conta. Abra o WhatsApp no celular e siga o que ele diz.</translation>
    </message>
    <message>
        <source>Another program keeps taking this number over. Close it, then connect again.</source>
        <translation>Outro programa fica tomando este número. Feche-o e conecte de novo.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; this number then goes on by itself.</source>
        <translation>O disco está cheio. Libere espaço; este número volta sozinho.</translation>
    </message>
    <message>
        <source>This number&apos;s own keys are damaged. Remove it and add it again.</source>
        <translation>As chaves deste número estão danificadas. Remova o número e adicione de novo.</translation>
    </message>
    <message>
        <source>WhatsApp refused a new device. Remove one in Linked devices.</source>
        <translation>O WhatsApp recusou um novo aparelho. Remova um em Dispositivos conectados.</translation>
    </message>
    <message>
        <source>A part of WaDesk is missing: its engine. A virus scanner may have taken it. Install WaDesk again.</source>
        <translation>Falta uma parte do WaDesk: o motor. O antivírus pode ter tirado. Instale o WaDesk de novo.</translation>
    </message>
    <message>
        <source>This computer does not let WaDesk&apos;s engine start. Allow it in the virus scanner, then try again.</source>
        <translation>Este computador não deixa o motor do WaDesk iniciar. Permita-o no antivírus e tente de novo.</translation>
    </message>
    <message>
        <source>No internet. The code comes back by itself.</source>
        <translation>Sem internet. O código volta sozinho.</translation>
    </message>
    <message>
        <source>No internet. Messages wait in the outbox and leave when it is back.</source>
        <translation>Sem internet. As mensagens esperam na caixa de saída e saem quando a conexão voltar.</translation>
    </message>
    <message>
        <source>This number stopped and is starting again by itself. Other numbers go on.</source>
        <translation>Este número parou e está voltando sozinho. Os outros números seguem.</translation>
    </message>
    <message>
        <source>This number keeps stopping. Other accounts go on. Try again.</source>
        <translation>Este número para toda hora. As outras contas seguem. Tente de novo.</translation>
    </message>
    <message>
        <source>Another program is using the folder of {slot}. Close it and try again.</source>
        <translation>Outro programa usa a pasta de {slot}. Feche-o e tente de novo.</translation>
    </message>
    <message>
        <source>this number</source>
        <translation>este número</translation>
    </message>
    <message>
        <source>Details for support: {code}</source>
        <translation>Detalhes para o suporte: {code}</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>Sem internet</translation>
    </message>
    <message>
        <source>Phone silent for {t}</source>
        <translation>Celular sem sinal há {t}</translation>
    </message>
    <message>
        <source>Phone silent</source>
        <translation>Celular sem sinal</translation>
    </message>
    <message>
        <source>Paused by {who}</source>
        <translation>Em pausa por {who}</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Tentando de novo…</translation>
    </message>
    <message>
        <source>Locked by WhatsApp</source>
        <translation>Travado pelo WhatsApp</translation>
    </message>
    <message>
        <source>Main phone gone</source>
        <translation>Celular principal sumiu</translation>
    </message>
    <message>
        <source>Opened in another place</source>
        <translation>Aberto em outro lugar</translation>
    </message>
    <message>
        <source>WaDesk is too old</source>
        <translation>WaDesk antigo demais</translation>
    </message>
    <message>
        <source>Asks for a passkey</source>
        <translation>Pede chave de acesso</translation>
    </message>
    <message>
        <source>Engine missing</source>
        <translation>Falta o motor</translation>
    </message>
    <message>
        <source>Engine blocked</source>
        <translation>Motor barrado</translation>
    </message>
    <message>
        <source>Another number&apos;s phone. Expected {a}; got {b}. The link was undone.</source>
        <translation>Celular de outro número. Esperado {a}; lido {b}. A conexão foi desfeita.</translation>
    </message>
    <message>
        <source>The keys on disk are of another number. Expected {a}; found {b}. Nothing left.</source>
        <translation>As chaves no disco são de outro número. Esperado {a}; achado {b}. Nada saiu.</translation>
    </message>
    <message>
        <source>This number is already {slot} of {account}. A number stays in one account.</source>
        <translation>Este número já é o {slot} de {account}. Um número fica em uma conta só.</translation>
    </message>
    <message>
        <source>Connected · synced {t}</source>
        <translation>Conectado · sinc. {t}</translation>
    </message>
    <message>
        <source>The phone was last heard {t} ago. Open WhatsApp on it: after 14 days it unlinks.</source>
        <translation>O celular não dá sinal há {t}. Abra o WhatsApp nele: depois de 14 dias ele desconecta.</translation>
    </message>
    <message>
        <source>Paused by {who}. Nothing leaves until resumed.</source>
        <translation>Em pausa por {who}. Nada sai até retomar.</translation>
    </message>
    <message>
        <source>The phone ended the session on {day}. Connect again.</source>
        <translation>O celular encerrou a sessão em {day}. Conecte de novo.</translation>
    </message>
    <message>
        <source>The phone ended the session at {h}. Connect again.</source>
        <translation>O celular encerrou a sessão às {h}. Conecte de novo.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>você</translation>
    </message>
    <message>
        <source>WhatsApp limited this number until {h}. Messages wait.</source>
        <translation>O WhatsApp limitou este número até {h}. As mensagens esperam.</translation>
    </message>
    <message>
        <source>Reconnecting · try {n}</source>
        <translation>Reconectando · tentativa {n}</translation>
    </message>
    <message>
        <source>Reconnecting · try {n}, in {s} s</source>
        <translation>Reconectando · tentativa {n}, em {s} s</translation>
    </message>
    <message>
        <source>Waiting for QR</source>
        <translation>Aguarda QR</translation>
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
        <translation>Em pausa</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Restrito</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>{n} waits for QR</source>
        <translation>{n} aguarda QR</translation>
    </message>
    <message>
        <source>{n} wait for QR</source>
        <translation>{n} aguardam QR</translation>
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
        <translation>{n} em pausa</translation>
    </message>
    <message>
        <source>{n} restricted</source>
        <translation>{n} com restrição</translation>
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
        <translation>{n} com erro</translation>
    </message>
    <message>
        <source>Restricted until {time}</source>
        <translation>Restrito até {time}</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>nenhum número ainda</translation>
    </message>
    <message>
        <source>Logged out by the phone</source>
        <translation>Desconectado pelo celular</translation>
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
        <translation>Conectar de novo</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Gerar novo código</translation>
    </message>
    <message>
        <source>Scan another phone</source>
        <translation>Ler outro celular</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>O que fazer</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Ver código</translation>
    </message>
    <message>
        <source>Open chats</source>
        <translation>Abrir conversas</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Use here again</source>
        <translation>Usar aqui de novo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
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
        <translation>Desligado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ligado</translation>
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
        <translation>Conversas</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Ações</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>ainda sem número</translation>
    </message>
    <message>
        <source>{account} · “{text}”</source>
        <translation>{account} · “{text}”</translation>
    </message>
    <message>
        <source>Go to a number, a chat or an action</source>
        <translation>Ir para um número, uma conversa ou uma ação</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Ir para…</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tudo</translation>
    </message>
    <message>
        <source>numbers only</source>
        <translation>só números</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>escolher</translation>
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
        <translation>Nada com “{q}”.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrados</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>yesterday</source>
        <translation>ontem</translation>
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
        <source>{n} day</source>
        <translation>{n} dia</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} dias</translation>
    </message>
    <message>
        <source>{t} ago</source>
        <translation>há {t}</translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lida</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Não enviada</translation>
    </message>
    <message>
        <source>Not certain it arrived</source>
        <translation>Não sabemos se chegou</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>{n} unread message</source>
        <translation>{n} mensagem não lida</translation>
    </message>
    <message>
        <source>{n} unread messages</source>
        <translation>{n} mensagens não lidas</translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>Nada por ler</translation>
    </message>
    <message>
        <source>Open WaDesk</source>
        <translation>Abrir o WaDesk</translation>
    </message>
    <message>
        <source>Quit WaDesk</source>
        <translation>Sair do WaDesk</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Use a passphrase instead</source>
        <translation>Usar uma senha</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>WaDesk could not be opened</source>
        <translation>Não consegui abrir o WaDesk</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Escolha uma senha</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>The keys of your data will be kept in a file under this passphrase. WaDesk asks for it at every start. Without it the data cannot be opened.</source>
        <translation>As chaves dos seus dados ficam em um arquivo protegido por esta senha. O WaDesk pede a senha ao abrir. Sem ela não dá para abrir os dados.</translation>
    </message>
    <message>
        <source>The keys of this data are kept under a passphrase.</source>
        <translation>As chaves destes dados estão protegidas por uma senha.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>As duas senhas são diferentes.</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>A mesma senha de novo</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Something went wrong inside WaDesk. Its log says what.</source>
        <translation>Algo deu errado dentro do WaDesk. O registro dele diz o quê.</translation>
    </message>
    <message>
        <source>First account</source>
        <translation>Primeira conta</translation>
    </message>
    <message>
        <source>Connect {slot}</source>
        <translation>Conectar {slot}</translation>
    </message>
    <message>
        <source>Rehearsal network: nothing leaves this computer</source>
        <translation>Rede de ensaio: nada sai deste computador</translation>
    </message>
</context>
</TS>
