<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * Every refusal and failure that a client is told about: a code of the table ERRORS, its HTTP status and a message.
 *
 * The message is public: it never holds text of a client or of HasOffers, which writes the caller's key into its
 * errors.
 */
final class ProxyError extends \Exception
{
    /** @var string */
    public $errorCode;
    /** @var int HTTP status */
    public $status;
    /** @var string|null The parameter at fault. */
    public $parameter;
    /** @var int|null Seconds, for the header Retry-After. */
    public $retryAfter;
    /** @var string|null For the log alone: a fixed word, an HTTP status or what curl calls the failure. */
    public $reason;
    /** @var bool The connection broke: the one failure after which the same call is tried again at once. */
    public $isBrokenConnection = false;

    /** @param array{message?: string, parameter?: string, retryAfter?: int, reason?: string} $details */
    public function __construct(string $errorCode, array $details = [])
    {
        [$status, $message] = ERRORS[$errorCode];
        parent::__construct($details['message'] ?? $message);
        $this->errorCode = $errorCode;
        $this->status = $status;
        $this->parameter = $details['parameter'] ?? null;
        $this->retryAfter = $details['retryAfter'] ?? null;
        $this->reason = $details['reason'] ?? null;
    }

    /** An error about one parameter. Its name is repeated only when that is harmless. */
    public static function ofParameter(string $errorCode, string $name, ?string $expected = null): self
    {
        $shown = preg_match('/^[A-Za-z0-9_.[\]-]{1,80}$/D', $name) ? $name : '(unreadable name)';
        $hint = $expected === null ? '' : " Expected: $expected.";
        $message = ERRORS[$errorCode][1] . " Parameter: $shown.$hint";
        return new self($errorCode, ['message' => $message, 'parameter' => $shown]);
    }

    public static function ofBrokenConnection(string $reason): self
    {
        $error = new self('UPSTREAM_ERROR', ['reason' => $reason]);
        $error->isBrokenConnection = true;
        return $error;
    }

    /** The error in the API's envelope. */
    public function toEnvelope(): string
    {
        $error = ['code' => $this->errorCode];
        if ($this->parameter !== null) {
            $error['attribute_name'] = $this->parameter;
        }
        $error['publicMessage'] = $this->getMessage();
        return Json::encode(['response' => [
            'status' => -1,
            'httpStatus' => $this->status,
            'data' => '',
            'errors' => [$error],
            'errorMessage' => $this->getMessage(),
        ]]);
    }
}
