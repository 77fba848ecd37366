ALTER TABLE `uploads` ADD `canceled_by` blob REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `uploads` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `uploads` ADD `undone_by` blob REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `uploads` ADD `undo_finished_at` integer;--> statement-breakpoint
ALTER TABLE `uploads` ADD `deregistered` integer;