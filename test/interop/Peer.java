import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The other side of test/interop/run.mjs: what a Digikoppeling adapter in Java stands on. It obeys the lines of its standard input,
 * answers each with one line, and ends when there is no more input.
 */
public class Peer {
  private static final String EB = "http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd";
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final char[] PASSWORD = "trial".toCharArray();

  private static Path pki;
  private static Path schemas;
  private static Schema messages;
  private static volatile String answersGoTo = "";

  /** Arguments: the folder of the partner's certificates, and that of the schemas. */
  public static void main(String[] arguments) throws Exception {
    pki = Path.of(arguments[0]);
    schemas = Path.of(arguments[1]);
    messages = schema("ebms-soap.xsd", "ebms-header.xsd");
    Server server = new Server();
    connector(server, "them", "TLSv1.2");
    connector(server, "them", "TLSv1.3");
    connector(server, "us", "TLSv1.3");
    server.setHandler(new Receiver());
    server.start();
    StringBuilder ready = new StringBuilder("ready");
    for (var connector : server.getConnectors()) ready.append('\t').append(((ServerConnector) connector).getLocalPort());
    say(ready.toString());
    Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8);
    while (lines.hasNextLine()) {
      String[] words = lines.nextLine().split("\t");
      try {
        say(obey(words));
      } catch (Exception error) {
        say("failed\t" + oneLine(error));
      }
    }
    // Threads of Jetty and of the client do not end by themselves.
    System.exit(0);
  }

  private static String obey(String[] words) throws Exception {
    return switch (words[0]) {
      case "validate" -> verdict(schema(words[1]), Files.readAllBytes(Path.of(words[2])));
      case "answers-go-to" -> {
        answersGoTo = words[1];
        yield "ok";
      }
      case "post" -> {
        var response = post(words[1], words[2].equals("nobody") ? null : words[2], Files.readAllBytes(Path.of(words[3])), words[4]);
        yield response.statusCode() + "\t" + (response.body().length == 0 ? "empty" : seen(response.body()));
      }
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private static HttpResponse<byte[]> post(String url, String who, byte[] body, String contentType) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", contentType)
            .header("SOAPAction", "\"ebXML\"")
            // Of unknown length, so in chunks.
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    return HttpClient.newBuilder().sslContext(tls(who)).build().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static final class Receiver extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      byte[] body = Content.Source.asByteBuffer(request).array();
      boolean isRight = "\"ebXML\"".equals(request.getHeaders().get("SOAPAction")) && verdict(messages, body).equals("valid");
      Document message = isRight ? parse(body) : null;
      if (!isRight) {
        response.setStatus(500);
      } else if (!text(message, "Action").equals("Ping")) {
        response.setStatus(204);
      } else if (message.getElementsByTagNameNS(EB, "SyncReply").getLength() > 0) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml");
        response.getHeaders().put("SOAPAction", "\"ebXML\"");
        Content.Sink.write(response, true, java.nio.ByteBuffer.wrap(pong(message)));
      } else {
        response.setStatus(204);
        new Thread(() -> deliver(message)).start();
      }
      callback.succeeded();
      say("received\t" + (isRight ? seen(body) : "refused"));
      return true;
    }
  }

  private static void deliver(Document ping) {
    try {
      say("delivered\t" + post(answersGoTo, "them", pong(ping), "text/xml; charset=UTF-8").statusCode());
    } catch (Exception error) {
      say("delivered\t" + oneLine(error));
    }
  }

  /** With prefixes, an encoding and a time of its own. */
  private static byte[] pong(Document ping) throws Exception {
    Document document = factory().newDocumentBuilder().newDocument();
    Element envelope = (Element) document.appendChild(document.createElementNS(SOAP, "SOAP:Envelope"));
    Element header = (Element) envelope.appendChild(document.createElementNS(SOAP, "SOAP:Header"));
    envelope.appendChild(document.createElementNS(SOAP, "SOAP:Body"));
    Element messageHeader = add(header, "MessageHeader", null);
    messageHeader.setAttributeNS(EB, "ns2:version", "2.0");
    messageHeader.setAttributeNS(SOAP, "SOAP:mustUnderstand", "1");
    party(add(messageHeader, "From", null), ping, "To");
    party(add(messageHeader, "To", null), ping, "From");
    add(messageHeader, "CPAId", text(ping, "CPAId"));
    add(messageHeader, "ConversationId", text(ping, "ConversationId"));
    add(messageHeader, "Service", "urn:oasis:names:tc:ebxml-msg:service");
    add(messageHeader, "Action", "Pong");
    Element data = add(messageHeader, "MessageData", null);
    add(data, "MessageId", UUID.randomUUID() + "@localhost");
    add(data, "Timestamp", Instant.now().toString());
    add(data, "RefToMessageId", text(ping, "MessageId"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
    return bytes.toByteArray();
  }

  private static void party(Element to, Document ping, String side) {
    Element from = (Element) ping.getElementsByTagNameNS(EB, side).item(0);
    Element id = (Element) from.getElementsByTagNameNS(EB, "PartyId").item(0);
    add(to, "PartyId", id.getTextContent()).setAttributeNS(EB, "ns2:type", id.getAttributeNS(EB, "type"));
  }

  private static Element add(Element parent, String name, String text) {
    Element element = parent.getOwnerDocument().createElementNS(EB, "ns2:" + name);
    if (text != null) element.setTextContent(text);
    return (Element) parent.appendChild(element);
  }

  private static String text(Document document, String name) {
    return document.getElementsByTagNameNS(EB, name).item(0).getTextContent();
  }

  /** Action, id that it refers to and whether it is valid. */
  private static String seen(byte[] message) throws Exception {
    Document document = parse(message);
    if (document.getElementsByTagNameNS(EB, "Action").getLength() == 0) return "no message";
    var reference = document.getElementsByTagNameNS(EB, "RefToMessageId").item(0);
    return String.join("\t", text(document, "Action"), reference == null ? "" : reference.getTextContent(), verdict(messages, message));
  }

  private static Document parse(byte[] xml) throws Exception {
    return factory().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static DocumentBuilderFactory factory() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory;
  }

  private static Schema schema(String... names) throws Exception {
    StreamSource[] sources = new StreamSource[names.length];
    for (int index = 0; index < names.length; index++) sources[index] = new StreamSource(schemas.resolve(names[index]).toFile());
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources);
  }

  private static String verdict(Schema schema, byte[] xml) throws IOException {
    try {
      schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
      return "valid";
    } catch (org.xml.sax.SAXException error) {
      return oneLine(error);
    }
  }

  private static void connector(Server server, String who, String protocol) throws Exception {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setSslContext(tls(who));
    factory.setNeedClientAuth(true);
    factory.setIncludeProtocols(protocol);
    ServerConnector connector = new ServerConnector(server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory());
    connector.setHost("localhost");
    server.addConnector(connector);
  }

  /** The certificate, chain and key of a party, or none, and the root that both trust. */
  private static SSLContext tls(String who) throws Exception {
    KeyStore keys = emptyStore();
    if (who != null) {
      String pem = Files.readString(pki.resolve(who + ".key")).replaceAll("-----[^-]*-----|\\s", "");
      var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
      keys.setKeyEntry(who, key, PASSWORD, certificates(who + ".pem").toArray(new Certificate[0]));
    }
    KeyManagerFactory ours = KeyManagerFactory.getInstance("PKIX");
    ours.init(keys, PASSWORD);
    KeyStore roots = emptyStore();
    for (Certificate root : certificates("trust.pem")) roots.setCertificateEntry(UUID.randomUUID().toString(), root);
    TrustManagerFactory theirs = TrustManagerFactory.getInstance("PKIX");
    theirs.init(roots);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
    return context;
  }

  private static KeyStore emptyStore() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static List<Certificate> certificates(String name) throws Exception {
    try (var pem = Files.newInputStream(pki.resolve(name))) {
      return new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(pem));
    }
  }

  private static String oneLine(Exception error) {
    return String.valueOf(error).replaceAll("\\s+", " ");
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
