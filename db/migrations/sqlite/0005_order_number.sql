ALTER TABLE `devices` ADD `order_number` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `order_number` text;