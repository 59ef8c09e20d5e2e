package dev.understudy.database;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.stereotype.Component;

/**
 * Makes the ids of everything this installation stores: UUIDv7, so that they sort by the
 * time they were made.
 */
@Component
public class Ids {

	/**
	 * Makes an id.
	 * @return a UUIDv7, later than every one this process made before
	 */
	public UUID next() {
		return UuidCreator.getTimeOrderedEpochPlus1();
	}

}
