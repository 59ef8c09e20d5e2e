package dev.understudy.database;

import java.io.Serializable;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.jspecify.annotations.Nullable;

/**
 * News for a task.
 *
 * @param task name of the task
 * @param id its own id
 * @param data what it carries if it has to be scheduled first
 * @param priority the priority it has then
 */
record Wake(String task, String id, @Nullable Serializable data, int priority) implements Serializable {

	static final TaskDescriptor<Wake> TASK = TaskDescriptor.of("wake", Wake.class);

	// Each has an id of its own: a wake that is just ending would swallow this one.
	static TaskInstance<Wake> of(UUID id, TaskInstance<?> task) {
		return TASK.instance(id.toString())
			.data(new Wake(task.getTaskName(), task.getId(), (Serializable) task.getData(), task.getPriority()))
			.build();
	}

	TaskInstance<?> toTask() {
		return new TaskInstance<>(this.task, this.id, () -> this.data, this.priority);
	}

}
