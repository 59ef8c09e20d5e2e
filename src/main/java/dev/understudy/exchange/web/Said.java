package dev.understudy.exchange.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.understudy.exchange.Notice;
import dev.understudy.exchange.Remark;
import dev.understudy.exchange.UnreadableImport;

/** Puts what happened to a text into words: for people in their language. */
@Component
class Said {

	private final MessageSource messages;

	Said(MessageSource messages) {
		this.messages = messages;
	}

	String of(UnreadableImport ex) {
		return words("import.fault." + ex.fault().id(), ex.details(), LocaleContextHolder.getLocale());
	}

	String of(Notice notice) {
		return words("import.notice." + notice.kind().id(), notice.details(), LocaleContextHolder.getLocale());
	}

	String of(Remark remark) {
		return words("export.remark." + remark.kind().id(), remark.details(), LocaleContextHolder.getLocale());
	}

	/** Programs are told in English. */
	String toProgram(UnreadableImport ex) {
		return words("import.fault." + ex.fault().id(), ex.details(), Locale.ENGLISH);
	}

	String toProgram(Notice notice) {
		return words("import.notice." + notice.kind().id(), notice.details(), Locale.ENGLISH);
	}

	private String words(String key, List<String> details, Locale locale) {
		return this.messages.getMessage(key, details.toArray(), locale);
	}

}
