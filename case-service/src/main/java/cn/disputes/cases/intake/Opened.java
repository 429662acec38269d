package cn.disputes.cases.intake;

import java.util.UUID;

/** A case about to be opened, with its row, its steps and its announcement as COPY lines. */
record Opened(UUID id, String number, String region, byte[] row, byte[] steps, byte[] announcement) {}
