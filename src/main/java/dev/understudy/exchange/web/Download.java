package dev.understudy.exchange.web;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import dev.understudy.exchange.Export;
import dev.understudy.exchange.ExportedRevision;

/** An export as a file. */
final class Download {

	/** Names what the file leaves out, for programs. */
	static final String REMARKS = "Understudy-Remarks";

	private Download() {
	}

	static ResponseEntity<byte[]> of(ExportedRevision exported) {
		Export export = exported.export();
		ContentDisposition disposition = ContentDisposition.attachment().filename(export.fileName()).build();
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.contentType(new MediaType(MediaType.parseMediaType(export.format().mediaType()), StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.header("Understudy-Revision", String.valueOf(exported.revision()));
		if (!export.remarks().isEmpty()) {
			answer.header(REMARKS,
					export.remarks().stream().map((remark) -> remark.kind().id()).collect(Collectors.joining(", ")));
		}
		return answer.body(export.text().getBytes(StandardCharsets.UTF_8));
	}

}
