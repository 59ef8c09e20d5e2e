package dev.understudy.simulator;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * REST and XML, as S3 speaks it. There is one operation: GET on the address itself lists
 * buckets, with its input in the query (AWS API: S3, ListBuckets).
 */
final class S3Dialect implements Dialect {

	static final String SERVICE = "AmazonS3.";

	private static final Map<String, String> MEMBERS = Map.of("continuation-token", "ContinuationToken", "prefix",
			"Prefix", "bucket-region", "BucketRegion");

	private static final String MOST = "max-buckets";

	@Override
	public RequestHead head(HttpServletRequest request) {
		RequestHead sent = RequestHead.of(request);
		return new RequestHead(SERVICE + "ListBuckets", JsonDialect.CONTENT_TYPE, sent.authorization(), sent.date());
	}

	@Override
	public byte[] input(HttpServletRequest request, int most) {
		ObjectNode input = Json.object();
		MEMBERS.forEach((parameter, member) -> {
			String value = request.getParameter(parameter);
			if (value != null) {
				input.put(member, value);
			}
		});
		String size = request.getParameter(MOST);
		if (size != null) {
			if (size.matches("\\d{1,9}")) {
				input.put("MaxBuckets", Integer.parseInt(size));
			}
			else {
				input.put("MaxBuckets", size);
			}
		}
		return input.toString().getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String contentType() {
		return "application/xml";
	}

	@Override
	public String identifiedBy() {
		return "x-amz-request-id";
	}

	@Override
	public String write(Answer answer, String requestId) {
		try {
			ObjectNode body = (ObjectNode) Json.MAPPER.readTree(answer.body());
			return (answer.status() == Answer.OK) ? xml("ListAllMyBucketsResult", body)
					: xml("Error",
							Json.object()
								.put("Code", Json.require(body, "__type"))
								.put("Message", Json.require(body, "Message"))
								.put("RequestId", requestId));
		}
		catch (JacksonException ex) {
			// A fault has spoilt it: it stays spoilt.
			return answer.body();
		}
	}

	private static String xml(String name, ObjectNode content) {
		StringWriter text = new StringWriter();
		try {
			XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
			xml.writeStartDocument("UTF-8", "1.0");
			write(xml, name, content);
			xml.writeEndDocument();
			xml.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
		return text.toString();
	}

	/** A list's items are named by the list without its last letter. */
	private static void write(XMLStreamWriter xml, String name, JsonNode value) throws XMLStreamException {
		xml.writeStartElement(name);
		if (value.isArray()) {
			for (JsonNode item : value) {
				write(xml, name.substring(0, name.length() - 1), item);
			}
		}
		else if (value.isObject()) {
			for (Map.Entry<String, JsonNode> member : value.properties()) {
				write(xml, member.getKey(), member.getValue());
			}
		}
		else {
			xml.writeCharacters(value.asString());
		}
		xml.writeEndElement();
	}

}
