package dev.understudy.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.understudy.definition.Draft;
import dev.understudy.target.Target;

/**
 * A definition in one format.
 *
 * @param format the format
 * @param definition what is exported of the definition
 * @param text the whole of it, ending with a line break
 * @param fileName what a file with it is called
 * @param remarks what it leaves out
 */
public record Export(Format format, Draft definition, String text, String fileName, List<Remark> remarks) {

	public Export {
		remarks = List.copyOf(remarks);
	}

	/**
	 * Writes a definition.
	 * @param draft the definition, complete or not
	 * @param target what it is for
	 * @param format the format
	 * @param now what lies before this is past
	 */
	static Export of(Draft draft, Target target, Format format, Instant now) {
		Reduction reduction = Reduction.of(draft, format.purpose(), now);
		String text = format.form().write(new Form.Subject(reduction.definition(), target.name(), target.region()));
		return new Export(format, Draft.of(reduction.definition()), text, format.fileName(draft.name().orElse("")),
				reduction.remarks());
	}

	/** The same with one more thing to know, said first. */
	Export with(Remark remark) {
		List<Remark> all = new ArrayList<>(List.of(remark));
		all.addAll(this.remarks);
		return new Export(this.format, this.definition, this.text, this.fileName, all);
	}

}
