CREATE TABLE `device_changes` (
	`id` blob PRIMARY KEY NOT NULL,
	`device_id` blob NOT NULL,
	`at` integer NOT NULL,
	`user_id` blob NOT NULL,
	`what` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `device_changes_device` ON `device_changes` (`device_id`,`at`,`id`);