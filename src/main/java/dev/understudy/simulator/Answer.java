package dev.understudy.simulator;

import tools.jackson.databind.JsonNode;

/**
 * One answer on its way to the wire.
 *
 * @param status the HTTP status
 * @param body what is sent
 * @param identified whether it carries a request id
 */
record Answer(int status, String body, boolean identified) {

	static final int OK = 200;

	static Answer ok(JsonNode answer) {
		return new Answer(OK, answer.toString(), true);
	}

	/** AWS spells the message either way, depending on what refuses: here stand both. */
	static Answer error(int status, String code, String message) {
		return new Answer(status,
				Json.object().put("__type", code).put("Message", message).put("message", message).toString(), true);
	}

	static Answer error(AwsException refusal) {
		String message = refusal.getMessage();
		return error(refusal.status(), refusal.code(), (message != null) ? message : "");
	}

	static Answer failure() {
		return error(500, "InternalFailure", "The request processing has failed.");
	}

	static Answer garbage() {
		return new Answer(OK, "<html><body>It works!</body></html>", true);
	}

	Answer truncated() {
		return new Answer(this.status, this.body.substring(0, this.body.length() / 2), this.identified);
	}

	Answer unidentified() {
		return new Answer(this.status, this.body, false);
	}

}
