CREATE TABLE "allowances" (
	"key" text PRIMARY KEY NOT NULL,
	"taken" integer NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lockouts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" bigint NOT NULL,
	"locked_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "allowances_until" ON "allowances" USING btree ("until");--> statement-breakpoint
CREATE INDEX "lockouts_last" ON "lockouts" USING btree ("last_at");